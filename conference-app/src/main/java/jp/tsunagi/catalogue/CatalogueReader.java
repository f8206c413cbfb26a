package jp.tsunagi.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.agency.AgencyKind;
import jp.tsunagi.document.TemplateNode;
import org.jspecify.annotations.Nullable;

/**
 * Reads the catalogue, and refuses one that would put something wrong into a plan: an unknown area or kind of agency, a key
 * twice, a text too long for the plan or with a character that no paper shows, words for the paper she carries that would
 * give her away. Each complaint names the file, the line, and how to mend it.
 */
final class CatalogueReader {

    /** Areas of a plan, by the names of the API. */
    static final List<String> AREAS = List.of(
            "SAFETY",
            "HOUSING",
            "LIVELIHOOD",
            "HEALTH",
            "WORK",
            "CHILDREN",
            "LEGAL",
            "DISABILITY_AGE_LANGUAGE",
            "BELONGING",
            "WATCH_OVER");

    /** What would tell whoever finds the paper (domain.md N12). */
    private static final List<String> TELLING = List.of(
            "DV", "ＤＶ", "暴力", "被害", "加害", "保護", "警察", "避難", "シェルター", "離婚", "裁判", "調停", "弁護", "女性相談", "支援措置", "接近禁止");

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{1,39}");
    private static final int LONGEST_TITLE = 60;
    private static final int LONGEST_MEASURE = 1_000;
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_CARRY_WORDS = 100;
    private static final int MOST_MEASURES = 100;

    private static final Set<String> ENTRY = Set.of(
            "key",
            "area",
            "title",
            "measure",
            "agency",
            "division",
            "basis",
            "documents",
            "duration",
            "carryWords",
            "mustDo",
            "children");

    private final Function<String, String> firstUnprintable;
    private final Set<String> keys = new HashSet<>();

    private CatalogueReader(Function<String, String> firstUnprintable) {
        this.firstUnprintable = firstUnprintable;
    }

    /**
     * @param firstUnprintable the first character of a text that no paper can show, or an empty text
     * @throws jp.tsunagi.document.TemplateException what to mend
     */
    static List<CataloguePart> read(CatalogueFiles files, Function<String, String> firstUnprintable) {
        CatalogueReader reader = new CatalogueReader(firstUnprintable);
        List<CataloguePart> parts = new ArrayList<>();
        for (Pillar pillar : Pillar.values()) {
            TemplateNode root = TemplateNode.parse(files.location(pillar), files.read(pillar));
            List<String> unread = files.unread();
            if (!unread.isEmpty()) {
                throw root.complaint("同じフォルダーの " + String.join("、", unread) + " は読まれません。ファイル名を "
                        + Stream.of(Pillar.values()).map(Pillar::file).collect(Collectors.joining("、"))
                        + " のどれかにしてください");
            }
            parts.add(reader.part(pillar, root));
        }
        return List.copyOf(parts);
    }

    private CataloguePart part(Pillar pillar, TemplateNode root) {
        Map<String, TemplateNode> entries = root.map(Set.of("pillar", "note", "measures"));
        TemplateNode named = root.required(entries, "pillar");
        if (!named.text().equals(pillar.name())) {
            throw named.complaint("このファイルの pillar は " + pillar.name() + " にしてください");
        }
        String note = text(root.required(entries, "note"), LONGEST_LINE);
        TemplateNode list = root.required(entries, "measures");
        List<CatalogueEntry> measures = new ArrayList<>();
        for (TemplateNode measure : list.list()) {
            measures.add(entry(measure));
        }
        if (measures.size() > MOST_MEASURES) {
            throw list.complaint("measures は " + MOST_MEASURES + " 件までです（いま " + measures.size() + " 件）");
        }
        return new CataloguePart(pillar, note, measures);
    }

    private CatalogueEntry entry(TemplateNode at) {
        Map<String, TemplateNode> entries = at.map(ENTRY);
        return new CatalogueEntry(
                key(at.required(entries, "key")),
                oneOf(at.required(entries, "area"), AREAS),
                text(at.required(entries, "title"), LONGEST_TITLE),
                text(at.required(entries, "measure"), LONGEST_MEASURE),
                AgencyKind.valueOf(oneOf(
                        at.required(entries, "agency"),
                        Arrays.stream(AgencyKind.values()).map(Enum::name).toList())),
                optional(entries, "division", LONGEST_LINE),
                basis(entries.get("basis")),
                texts(entries.get("documents")),
                optional(entries, "duration", LONGEST_LINE),
                carryWords(entries.get("carryWords")),
                TemplateNode.isTrue(entries, "mustDo"),
                optional(entries, "children", LONGEST_LINE));
    }

    private String key(TemplateNode at) {
        if (!KEY.matcher(at.text()).matches()) {
            throw at.complaint("「" + at.text() + "」 を英小文字で始まる2～40文字（英小文字・数字・ハイフン）にしてください");
        }
        if (!keys.add(at.text())) {
            throw at.complaint("key 「" + at.text() + "」 が2回書かれています（ほかのファイルも見てください）。別の名前にしてください");
        }
        return at.text();
    }

    private List<String> basis(@Nullable TemplateNode at) {
        List<String> checked = new ArrayList<>();
        for (TemplateNode line : at == null ? List.<TemplateNode>of() : at.list()) {
            Map<String, TemplateNode> entries = line.map(Set.of("law", "article", "checked"));
            String law = text(line.required(entries, "law"), LONGEST_LINE);
            String article = optional(entries, "article", LONGEST_LINE);
            line.required(entries, "checked");
            if (TemplateNode.isTrue(entries, "checked")) {
                checked.add(article == null ? law : law + " " + article);
            }
        }
        return checked;
    }

    private @Nullable String carryWords(@Nullable TemplateNode at) {
        if (at == null) {
            return null;
        }
        String words = text(at, LONGEST_CARRY_WORDS);
        TELLING.stream().filter(words::contains).findFirst().ifPresent(telling -> {
            throw at.complaint("「" + telling + "」 は本人が持ち歩く紙に書けません。見つかっても分からない言い方にしてください");
        });
        return words;
    }

    private List<String> texts(@Nullable TemplateNode at) {
        return at == null
                ? List.of()
                : at.list().stream().map(line -> text(line, LONGEST_LINE)).toList();
    }

    private @Nullable String optional(Map<String, TemplateNode> entries, String name, int longest) {
        TemplateNode at = entries.get(name);
        return at == null ? null : text(at, longest);
    }

    private String text(TemplateNode at, int longest) {
        String text = at.text().strip();
        if (text.isEmpty()) {
            throw at.complaint("文字を書いてください。書くことがなければ、この行を消してください");
        }
        int length = text.codePointCount(0, text.length());
        if (length > longest) {
            throw at.complaint(longest + " 文字以内にしてください（いま " + length + " 文字）");
        }
        String unprintable = Objects.requireNonNull(firstUnprintable.apply(text));
        if (!unprintable.isEmpty()) {
            throw at.complaint("印刷できない文字 「" + unprintable + "」 を別の文字にしてください");
        }
        return text;
    }

    private static String oneOf(TemplateNode at, List<String> names) {
        if (!names.contains(at.text())) {
            throw at.complaint("「" + at.text() + "」 は使えません。使えるのは " + String.join(", ", names) + " です");
        }
        return at.text();
    }
}
