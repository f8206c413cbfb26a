package jp.tsunagi.conference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jp.tsunagi.conference.MinutesRecord.Part;
import jp.tsunagi.conference.MinutesRecord.Place;
import jp.tsunagi.protection.BlindIndex;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Grants;
import jp.tsunagi.protection.Passages;
import jp.tsunagi.protection.Projection;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The minutes paragraph by paragraph, as one reader may see them: what the reader's record has, and nothing else. */
@Component
class MinutesParagraphs {

    private static final String PARAGRAPHS = "paragraphs";

    private final BlindIndex index;

    MinutesParagraphs(BlindIndex index) {
        this.index = index;
    }

    /**
     * Minutes before the policy.
     *
     * @param outcome as a whole: only where it may be shown are its paragraphs
     */
    record View(
            @Classified(FieldClass.OUTCOME) List<Attendance> attendance,
            @Classified(value = FieldClass.OUTCOME, freeText = true) @Nullable String outcome,
            @Classified(FieldClass.OUTCOME) List<String> paragraphs,
            @Classified(FieldClass.OUTCOME) List<OutcomeReport.AgreedAction> actions) {}

    /**
     * One paragraph.
     *
     * @param id tells nothing of how many others there are
     * @param number among those that this reader sees, counted from one
     * @param said {@code text}, or the fields of the line by their names
     */
    record Paragraph(String id, int number, Place place, Map<String, Object> said) {

        Map<String, Object> plain() {
            Map<String, Object> plain = new LinkedHashMap<>();
            plain.put("id", id);
            plain.put("number", number);
            plain.put("kind", place.part());
            plain.putAll(said);
            return plain;
        }
    }

    /** All that one reader sees. @param withheld the parts that this reader does not */
    record Edition(List<Paragraph> paragraphs, List<String> withheld, List<String> classes) {

        Optional<Paragraph> byId(String id) {
            return paragraphs.stream()
                    .filter(paragraph -> paragraph.id().equals(id))
                    .findFirst();
        }

        Optional<Paragraph> at(Place place) {
            return paragraphs.stream()
                    .filter(paragraph -> paragraph.place().equals(place))
                    .findFirst();
        }
    }

    /** The minutes as they stand. */
    Edition shown(MinutesDesk.Sight sight) {
        return shown(
                sight.conference().id(),
                sight.report(),
                sight.of().standing().grants(sight.conference().request()));
    }

    Edition shown(ConferenceId conference, OutcomeReport report, Grants grants) {
        MinutesText text = new MinutesText(Objects.requireNonNullElse(report.outcome(), ""));
        Projection projection = Projection.of(
                new View(
                        report.attendance(),
                        report.outcome(),
                        grants.marksShown() ? text.asTyped() : text.alone(),
                        report.actions()),
                grants);
        Shown shown = Shown.of(projection);
        List<Paragraph> paragraphs = new ArrayList<>();
        lines(Part.ATTENDANCE, shown.list("attendance"), conference, paragraphs);
        if (shown.text("outcome") != null) {
            List<String> texts = shown.texts(PARAGRAPHS);
            for (int at = 0; at < texts.size(); at++) {
                // How many paragraphs a withheld passage is long is nobody's to know either.
                if (!Passages.takenOut(texts.get(at))) {
                    enter(new Place(Part.OUTCOME, at), Map.of("text", texts.get(at)), conference, paragraphs);
                }
            }
        }
        lines(Part.ACTION, shown.list("actions"), conference, paragraphs);
        return new Edition(
                List.copyOf(paragraphs),
                projection.withheld().stream()
                        .filter(name -> !name.equals(PARAGRAPHS))
                        .toList(),
                Reading.names(projection));
    }

    private void lines(Part part, List<Shown> lines, ConferenceId conference, List<Paragraph> paragraphs) {
        for (int at = 0; at < lines.size(); at++) {
            enter(new Place(part, at), lines.get(at).values(), conference, paragraphs);
        }
    }

    private void enter(Place place, Map<String, Object> said, ConferenceId conference, List<Paragraph> paragraphs) {
        String id = index.token("paragraph", conference.value() + ":" + place.part() + ":" + place.at());
        paragraphs.add(new Paragraph(id, paragraphs.size() + 1, place, said));
    }
}
