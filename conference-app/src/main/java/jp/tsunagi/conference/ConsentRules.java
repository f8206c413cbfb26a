package jp.tsunagi.conference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.Consent;
import jp.tsunagi.shared.FieldProblem;
import org.jspecify.annotations.Nullable;

/** What a consent may contain (domain.md E3), wherever it comes in. */
final class ConsentRules {

    static final int LONGEST_NAME = 100;

    private static final int LONGEST_ITEM = 100;
    private static final int LONGEST_LINE = 500;
    private static final int MOST = 50;

    private ConsentRules() {}

    /** The last day: as said, or 90 days after she agreed. */
    static LocalDate endOf(@Nullable LocalDate validUntil, LocalDate confirmedOn) {
        return validUntil == null ? confirmedOn.plusDays(Consent.DEFAULT_DAYS) : validUntil;
    }

    /** A consent is never open-ended: at most a year. */
    static void end(String field, @Nullable LocalDate validUntil, LocalDate confirmedOn, FieldCheck fields) {
        if (validUntil == null) {
            return;
        }
        if (validUntil.isBefore(confirmedOn)) {
            fields.add(field, "not-before-consent");
        } else if (validUntil.isAfter(confirmedOn.plusYears(1))) {
            fields.add(field, "at-most-a-year");
        }
    }

    /** When she agreed and until when, where an officer enters what she said today. */
    static void dates(
            @Nullable LocalDate confirmedOn, @Nullable LocalDate validUntil, FieldCheck fields, LocalDate today) {
        if (confirmedOn != null && confirmedOn.isAfter(today)) {
            fields.add("confirmedOn", "not-future");
        }
        end("validUntil", validUntil, confirmedOn == null ? today : confirmedOn, fields);
        if (validUntil != null && validUntil.isBefore(today)) {
            fields.add("validUntil", "consent-ended");
        }
    }

    /** The agencies of these codes, in their order. */
    static Set<AgencyCode> agencies(List<String> codes) {
        Set<AgencyCode> agencies = new LinkedHashSet<>();
        codes.forEach(code -> agencies.add(new AgencyCode(code)));
        return agencies;
    }

    /** What she agrees to; where nobody told it, what {@link Consent#WITHOUT_PURPOSES} says. */
    static Set<Consent.Purpose> purposes(@Nullable List<Consent.Purpose> told) {
        return told == null ? Consent.WITHOUT_PURPOSES : Set.copyOf(told);
    }

    /** To nothing at all nobody agrees; that is no consent. */
    static void purposes(String field, @Nullable List<Consent.Purpose> told, FieldCheck fields) {
        if (told != null && told.isEmpty()) {
            fields.add(field, "choose");
        }
    }

    /**
     * What a screen asks besides: that she was told that she may say no, and what she agrees to. A call of the API may leave
     * both out.
     */
    static List<FieldProblem> onScreen(
            String prefix, @Nullable Boolean refusalExplained, @Nullable List<Consent.Purpose> purposes) {
        List<FieldProblem> problems = new ArrayList<>();
        if (!Boolean.TRUE.equals(refusalExplained)) {
            problems.add(FieldProblem.of(prefix + "refusalExplained", "refusal-explained"));
        }
        if (purposes == null || purposes.isEmpty()) {
            problems.add(FieldProblem.of(prefix + "purposes", "choose"));
        }
        return problems;
    }

    static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    /** What could not be stored or printed. */
    static void lengths(
            String prefix,
            List<String> recipients,
            List<Consent.Withheld> withheld,
            List<Consent.Condition> conditions,
            List<Consent.LocationPermission> locationRecipients,
            FieldCheck fields) {
        fields.atMost(prefix + "recipients", recipients, MOST);
        fields.atMost(prefix + "withheld", withheld, MOST);
        fields.each(prefix + "withheld", withheld, (path, entry) -> {
            fields.required(path + ".item", entry.item());
            fields.text(path + ".item", entry.item(), LONGEST_ITEM);
            fields.atMost(path + ".exceptRecipients", entry.exceptRecipients(), MOST);
        });
        fields.atMost(prefix + "locationRecipients", locationRecipients, MOST);
        fields.each(
                prefix + "locationRecipients",
                locationRecipients,
                (path, permission) -> fields.text(path + ".need", permission.need(), LONGEST_LINE));
        fields.atMost(prefix + "conditions", conditions, MOST);
        fields.each(prefix + "conditions", conditions, (path, condition) -> {
            fields.required(path + ".text", condition.text());
            fields.text(path + ".text", condition.text(), LONGEST_LINE);
        });
    }

    /** What could not be obeyed. */
    static void content(
            String prefix,
            List<String> recipients,
            List<Consent.Withheld> withheld,
            List<Consent.Condition> conditions,
            List<Consent.LocationPermission> locationRecipients,
            FieldCheck fields,
            LocalDate today) {
        fields.each(prefix + "recipients", recipients, fields::namedAgency);
        fields.each(
                prefix + "withheld",
                withheld,
                (path, entry) ->
                        fields.each(path + ".exceptRecipients", entry.exceptRecipients(), fields::namedAgency));
        fields.each(prefix + "locationRecipients", locationRecipients, (path, permission) -> {
            fields.namedAgency(path + ".agency", permission.agency());
            fields.required(path + ".need", permission.need());
        });
        fields.each(prefix + "conditions", conditions, (path, condition) -> {
            if (condition.metOn() != null && condition.metOn().isAfter(today)) {
                fields.add(path + ".metOn", "not-future");
            }
        });
    }
}
