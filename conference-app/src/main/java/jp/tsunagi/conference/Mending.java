package jp.tsunagi.conference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagi.command.Command;
import jp.tsunagi.page.Words;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Grants;
import jp.tsunagi.protection.Projection;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Why a request was given back, and how it was mended since (S18): for whoever mends it, and for the Center that reads it
 * again. Both texts go through the policy of whoever looks.
 */
@Component
class Mending {

    /** The group of the message files that a field's constants have their labels in. */
    private static final Map<String, String> LABELS = Map.of(
            "guidelineItem", "guidelineItem",
            "factors", "factor",
            "urgent", "urgent",
            "legalBasis", "legalBasis",
            "addressHandling", "addressHandling",
            "nameAtMeeting", "nameAtMeeting",
            "method", "method",
            "purposes", "purpose");

    private static final Set<String> AGENCIES =
            Set.of("agency", "recipients", "contactAgency", "exceptRecipients", "onBehalfOf");

    private final Words words;

    Mending(Words words) {
        this.words = words;
    }

    /**
     * What is shown of it.
     *
     * @param marks by the field that is to be mended, in the order of the form
     * @param changes since it was given back
     * @param reply of the requesting agency, null before it comes in again or where nothing was said
     * @param open until it came in again
     */
    record Shown(String reason, List<Mark> marks, List<Change> changes, @Nullable String reply, boolean open) {

        /** What stands at each input. */
        Map<String, String> remarks() {
            Map<String, String> remarks = new LinkedHashMap<>();
            marks.forEach(mark -> remarks.merge(mark.field(), mark.reason(), (one, other) -> one + "\n" + other));
            return remarks;
        }
    }

    /** @param section path of the page on which the field stands */
    record Mark(String field, String reason, String section) {}

    /** A field of which another text stands there now. */
    record Change(String field, String before, String now) {}

    /** Empty where it was never given back, or that is not for this officer. */
    Optional<Shown> of(Desk.Sight sight, Command command) {
        ConferenceRecord record = sight.conference().current();
        Grants grants = sight.standing().grants(record.request());
        Returned returned = record.returned();
        if (returned == null || !grants.shows(FieldClass.OFFICE)) {
            return Optional.empty();
        }
        List<String> order = RequestSection.inputs();
        List<Mark> marks = returned.fields().stream()
                .sorted(java.util.Comparator.comparingInt(entry -> order.indexOf(entry.field())))
                .map(entry -> new Mark(
                        entry.field(),
                        entry.reason(),
                        RequestSection.of(entry.field()).path()))
                .toList();
        return Optional.of(new Shown(
                returned.reason(),
                marks,
                changes(returned, record.request(), grants),
                returned.reply(),
                returned.open()));
    }

    private List<Change> changes(Returned returned, Request now, Grants grants) {
        Map<String, Object> former = Projection.of(returned.request(), grants).shown();
        Map<String, Object> present = Projection.of(now, grants).shown();
        Set<String> fields = new LinkedHashSet<>(RequestSection.inputs());
        fields.removeIf(field -> Objects.equals(former.get(field), present.get(field)));
        List<Change> changes = new ArrayList<>();
        for (String field : fields) {
            if (!returned.open() && NamePages.IDENTITY.contains(field)) {
                // It came in again and is examined: who she is stays behind its button here too.
                changes.add(new Change(field, "", words.text("name.behind")));
                continue;
            }
            changes.add(new Change(field, said(field, former.get(field)), said(field, present.get(field))));
        }
        return changes;
    }

    /** A value in words, each of its parts in a line. */
    private String said(String name, @Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Map<?, ?> parts) {
            return parts.entrySet().stream()
                    .map(part -> said(String.valueOf(part.getKey()), part.getValue()))
                    .filter(text -> !text.isBlank())
                    .collect(Collectors.joining(" "));
        }
        if (value instanceof Collection<?> several) {
            return several.stream().map(one -> said(name, one)).collect(Collectors.joining("\n"));
        }
        if (LABELS.containsKey(name)) {
            return words.label(LABELS.getOrDefault(name, name), value);
        }
        if (value instanceof Boolean yes) {
            return words.text(yes ? "form.yes" : "form.no");
        }
        return AGENCIES.contains(name) ? words.agency(value) : words.date(value);
    }
}
