package jp.tsunagi.handover;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import jp.tsunagi.account.Accounts;
import jp.tsunagi.account.Officer;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.conference.Directory;
import jp.tsunagi.conference.FieldCheck;
import jp.tsunagi.handover.HandOverForm.ElsewhereAnswer;
import jp.tsunagi.handover.HandOverForm.Said;
import jp.tsunagi.handover.HandOverForm.Where;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Grants;
import org.jspecify.annotations.Nullable;

/** What an offer and an answer must and may say. Finds everything at once, so that one reply mends all. */
final class HandOverRules {

    static final String RULE = "handover.incomplete";
    static final int LONGEST_NAME = 100;
    static final int LONGEST_LINE = 500;
    static final int LONGEST_TEXT = 4_000;
    private static final int LONGEST_REASON = 1_000;
    private static final int MOST_MEASURES = 200;

    private final FieldCheck fields;
    private final Directory directory;
    private final Accounts accounts;
    private final LocalDate today;

    HandOverRules(Directory directory, Accounts accounts, LocalDate today) {
        this.fields = new FieldCheck(directory);
        this.directory = directory;
        this.accounts = accounts;
        this.today = today;
    }

    /** @throws jp.tsunagi.shared.Refused {@code handover.incomplete} with the fields */
    void offer(HandOverForm form, Officer officer, Set<String> open) {
        fields.chosen("where", form.where());
        if (form.where() == Where.DIRECTORY) {
            receiver(form.receiver(), officer);
        }
        if (form.where() == Where.ELSEWHERE) {
            fields.required("elsewhereName", form.elsewhereName());
            fields.required("elsewhereWindow", form.elsewhereWindow());
        }
        fields.name("elsewhereName", form.elsewhereName(), LONGEST_NAME);
        fields.text("elsewhereWindow", form.elsewhereWindow(), LONGEST_LINE);
        fields.text("locationNeed", form.locationNeed(), LONGEST_LINE);
        agreed(form.agreedOn(), form.method(), form.explainedBy(), form.refusalExplained());
        List<String> measures = Objects.requireNonNullElse(form.measures(), List.of());
        if (Objects.requireNonNullElse(form.parts(), List.of()).isEmpty() && measures.isEmpty()) {
            fields.add("parts", "choose");
        }
        fields.atMost("measures", measures, MOST_MEASURES);
        if (!open.containsAll(measures)) {
            fields.add("measures", "measure-ended");
        }
        fields.text("remarks", form.remarks(), LONGEST_TEXT);
        fields.refuseUnder(RULE);
    }

    /** Only what she lets this agency have may be chosen. */
    void covered(List<Part> parts, Grants grants) {
        boolean hidden =
                parts.stream().anyMatch(part -> part.fields().stream().allMatch(field -> hides(grants, field)));
        if (hidden) {
            fields.add("parts", "part-withheld");
        }
        fields.refuseUnder(RULE);
    }

    /** How she agreed to just this. */
    void agreed(
            @Nullable LocalDate on,
            @Nullable Object method,
            @Nullable String explainedBy,
            @Nullable Boolean refusalExplained) {
        fields.present("agreedOn", on);
        notFuture("agreedOn", on);
        fields.chosen("method", method);
        fields.required("explainedBy", explainedBy);
        fields.text("explainedBy", explainedBy, LONGEST_NAME);
        if (!Boolean.TRUE.equals(refusalExplained)) {
            fields.add("refusalExplained", "refusal-explained");
        }
    }

    /** @param sections of the receiving agency in which somebody works with cases */
    void accepted(HandOverForm.Acceptance form, List<String> sections) {
        if (!sections.contains(Objects.requireNonNullElse(form.section(), ""))) {
            fields.add("section", "choose");
        }
        if (!Boolean.TRUE.equals(form.pledge())) {
            fields.add("pledge", "pledge-tick");
        }
        fields.refuseUnder(RULE);
    }

    void declined(HandOverForm.Declining form) {
        fields.required("reason", form.reason());
        fields.text("reason", form.reason(), LONGEST_REASON);
        fields.refuseUnder(RULE);
    }

    void takenBack(HandOverForm.TakingBack form) {
        fields.text("reason", form.reason(), LONGEST_REASON);
        fields.refuseUnder(RULE);
    }

    void answeredElsewhere(ElsewhereAnswer form, LocalDate offeredOn) {
        fields.chosen("said", form.said());
        fields.present("answeredOn", form.answeredOn());
        notFuture("answeredOn", form.answeredOn());
        if (form.answeredOn() != null && form.answeredOn().isBefore(offeredOn)) {
            fields.add("answeredOn", "not-before", offeredOn.toString());
        }
        fields.required("answeredBy", form.answeredBy());
        fields.name("answeredBy", form.answeredBy(), LONGEST_NAME);
        fields.chosen("answeredHow", form.answeredHow());
        if (form.said() == Said.REFUSED) {
            fields.required("reason", form.reason());
        }
        fields.text("reason", form.reason(), LONGEST_REASON);
        fields.refuseUnder(RULE);
    }

    FieldCheck fields() {
        return fields;
    }

    void notFuture(String field, @Nullable LocalDate day) {
        if (day != null && day.isAfter(today)) {
            fields.add(field, "not-future");
        }
    }

    /** Sections of an agency in which somebody works with cases, in order. */
    static List<String> sections(Accounts accounts, AgencyCode agency) {
        return accounts.officersOf(agency).stream()
                .filter(HandOverDesk::receives)
                .map(Officer::section)
                .distinct()
                .sorted()
                .toList();
    }

    private void receiver(@Nullable String code, Officer officer) {
        fields.namedAgency("receiver", code);
        if (code == null || code.isBlank() || !directory.isActive(code)) {
            return;
        }
        AgencyCode agency = new AgencyCode(code);
        if (officer.worksFor(agency)) {
            fields.add("receiver", "own-agency");
        } else if (sections(accounts, agency).isEmpty()) {
            fields.add("receiver", "nobody-there");
        }
    }

    private static boolean hides(Grants grants, String field) {
        return grants.withheldFields().contains(field)
                || (field.equals("address") && !grants.shows(FieldClass.LOCATION));
    }
}
