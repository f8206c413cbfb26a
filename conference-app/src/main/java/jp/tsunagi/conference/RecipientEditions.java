package jp.tsunagi.conference;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.command.Command;
import jp.tsunagi.page.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What each recipient of a convening will see of it, in words, for whoever is about to send it (S24). */
@Component
class RecipientEditions {

    /** Opaque ids and counters: nothing to read. */
    private static final Set<String> NOT_READ = Set.of("id", "caseId", "version", "state", "number", "agreed");

    private static final Set<String> AGENCIES =
            Set.of("requestingAgency", "agency", "via", "moderator", "recorder", "broughtBy");

    private static final Map<String, String> GROUPS = Map.of(
            "guidelineItem", "guidelineItem",
            "legalBasis", "legalBasis",
            "addressHandling", "addressHandling",
            "factors", "factor",
            "nameAtMeeting", "nameAtMeeting",
            "capacity", "capacity",
            "decision", "verdict");

    private final Previews previews;
    private final Desk desk;
    private final Directory directory;
    private final Words words;
    private final MessageSource messages;

    RecipientEditions(Previews previews, Desk desk, Directory directory, Words words, MessageSource messages) {
        this.previews = previews;
        this.desk = desk;
        this.directory = directory;
        this.words = words;
        this.messages = messages;
    }

    /**
     * One recipient's edition.
     *
     * @param via the agency that passes the notice on, null where the Center tells it directly
     * @param alsoShown labels of what the recipient sees and the officer does not
     * @param withheld labels of what the recipient does not see
     */
    record Edition(
            String agency,
            @Nullable String via,
            boolean covered,
            List<Line> shown,
            List<String> alsoShown,
            List<String> withheld) {}

    /** What is shown, by its label. */
    record Line(String label, String value) {}

    /** The editions of all that are convened; not of the requesting agency and the Center, which see it anyway. */
    List<Edition> of(String id, Convening call, Command command) {
        AgencyCode requesting = desk.look(id, command).conference().requestingAgency();
        List<Edition> editions = new ArrayList<>();
        for (Convening.Invited invited : call.participants()) {
            boolean takesPartAnyway = invited.agency().equals(requesting.value())
                    || invited.agency().equals(directory.center().value());
            if (!takesPartAnyway) {
                Previews.Preview preview = previews.of(id, invited.agency(), call, command);
                editions.add(new Edition(
                        invited.agency(),
                        invited.via(),
                        preview.covered(),
                        lines(preview.shown(), ""),
                        labels(preview.alsoShown()),
                        labels(preview.withheld())));
            }
        }
        return editions;
    }

    private List<Line> lines(Map<?, ?> shown, String path) {
        List<Line> lines = new ArrayList<>();
        shown.forEach((key, value) -> {
            String name = String.valueOf(key);
            if (NOT_READ.contains(name) || value == null) {
                return;
            }
            if (value instanceof Map<?, ?> part) {
                lines.addAll(lines(part, path + name + "."));
                return;
            }
            String text = text(name, value);
            if (!text.isBlank()) {
                lines.add(new Line(words.field(path + name), text));
            }
        });
        return lines;
    }

    private String text(String name, Object value) {
        if (value instanceof List<?> elements) {
            return elements.stream().map(element -> text(name, element)).collect(Collectors.joining("\n"));
        }
        if (value instanceof Map<?, ?> row) {
            return row.entrySet().stream()
                    .filter(entry -> entry.getValue() != null && !Boolean.FALSE.equals(entry.getValue()))
                    .map(entry -> text(String.valueOf(entry.getKey()), entry.getValue()))
                    .filter(text -> !text.isBlank())
                    .collect(Collectors.joining(" "));
        }
        if (value instanceof Boolean yes) {
            return words.text(yes ? "form.yes" : "form.no");
        }
        if (AGENCIES.contains(name)) {
            return words.agency(value);
        }
        String group = GROUPS.get(name);
        if (group != null) {
            return words.label(group, value);
        }
        return value instanceof LocalTime time ? words.hour(time) : words.date(value);
    }

    /** Each label once; a field that nobody gave a label is one that no form and no paper has. */
    private List<String> labels(List<String> names) {
        Set<String> labels = new LinkedHashSet<>();
        names.forEach(name -> label(name).ifPresent(labels::add));
        return List.copyOf(labels);
    }

    private Optional<String> label(String name) {
        Locale locale = LocaleContextHolder.getLocale();
        String last = name.substring(name.lastIndexOf('.') + 1);
        String whole = messages.getMessage("label." + name, null, "", locale);
        String found =
                whole == null || whole.isEmpty() ? messages.getMessage("label." + last, null, "", locale) : whole;
        return Optional.ofNullable(found).filter(label -> !label.isEmpty());
    }
}
