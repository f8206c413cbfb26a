package jp.tsunagi.catalogue;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.document.PrintableCharacters;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/** The measures on offer. Read once, at start: a catalogue that is wrong stops it. */
@Service
public class Catalogue {

    private final List<CataloguePart> parts;

    @Autowired
    Catalogue(PrintableCharacters printable) {
        this(CatalogueReader.read(CatalogueFiles.standard(), text -> printable.check(text).stream()
                .findFirst()
                .map(PrintableCharacters.Unprintable::name)
                .orElse("")));
    }

    Catalogue(List<CataloguePart> parts) {
        this.parts = List.copyOf(parts);
    }

    /** All pillars in their order. */
    public List<CataloguePart> parts() {
        return parts;
    }

    /** The measure of this key; empty also where an office has taken it out since. */
    public Optional<CatalogueEntry> find(String key) {
        return parts.stream()
                .flatMap(part -> part.measures().stream())
                .filter(entry -> entry.key().equals(key))
                .findFirst();
    }

    /**
     * The measures in which every word of the text occurs; width and case make no difference. Pillars with none are left
     * out.
     *
     * @param text empty for all
     */
    public List<CataloguePart> search(String text) {
        List<String> words = Stream.of(normal(text).split(" "))
                .filter(word -> !word.isEmpty())
                .toList();
        return parts.stream()
                .map(part -> new CataloguePart(
                        part.pillar(),
                        part.note(),
                        part.measures().stream()
                                .filter(entry -> words.stream().allMatch(said(entry)::contains))
                                .toList()))
                .filter(part -> !part.measures().isEmpty())
                .toList();
    }

    private static String said(CatalogueEntry entry) {
        return normal(Stream.of(
                        Stream.of(entry.title(), entry.measure(), entry.division(), entry.duration(), entry.children()),
                        entry.documents().stream(),
                        entry.basis().stream())
                .flatMap(texts -> texts)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n")));
    }

    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[ \\t]+", " ");
    }
}
