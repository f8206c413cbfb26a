package jp.tsunagi.clock;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import jp.tsunagi.conference.Directory;
import jp.tsunagi.conference.FieldCheck;
import org.jspecify.annotations.Nullable;

/** What an entry must and may say. Finds everything at once, so that one reply mends all. */
final class DeadlineRules {

    private static final String RULE = "deadline.incomplete";
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_NOTE = 500;
    private static final int LONGEST_REASON = 2_000;
    /** A year typed wrong is found by this. */
    private static final int FARTHEST_YEARS = 10;

    private final FieldCheck fields;
    private final CaseClock clock;
    private final LocalDate today;

    DeadlineRules(CaseClock clock, Directory directory, LocalDate today) {
        this.fields = new FieldCheck(directory);
        this.clock = clock;
        this.today = today;
    }

    /** @throws jp.tsunagi.shared.Refused {@code deadline.incomplete} with the fields */
    Facts entered(DeadlineForm form) {
        Procedure procedure = form.procedure();
        if (procedure == null || procedure.followed()) {
            fields.add("procedure", "choose");
        } else {
            check(form, procedure);
        }
        fields.text("note", form.note(), LONGEST_NOTE);
        fields.refuseUnder(RULE);
        Procedure kind = Objects.requireNonNull(procedure);
        boolean dated = kind == Procedure.TEMPORARY_PROTECTION
                || kind == Procedure.OTHER
                || kind == Procedure.RESIDENT_REGISTER_PROTECTION;
        return new Facts(
                kind,
                form.from(),
                dated ? form.until() : null,
                kind == Procedure.EVICTION_ORDER ? form.months() : null,
                kind.dependent() ? form.baseOrder() : null,
                kind == Procedure.OTHER ? form.otherName() : null,
                FieldCheck.isBlank(form.note()) ? null : form.note());
    }

    Facts changed(DeadlineForm form, Entry before) {
        fields.required("reason", form.reason());
        fields.text("reason", form.reason(), LONGEST_REASON);
        if (form.procedure() != null && form.procedure() != before.facts().procedure()) {
            // Another procedure is another entry: end this one.
            fields.add("procedure", "not-changed");
        }
        if (Objects.equals(form.baseOrder(), before.number())) {
            fields.add("baseOrder", "choose");
        }
        return entered(form);
    }

    void ended(DeadlineForm.Ending ending, Entry entry) {
        day("endedOn", ending.endedOn(), entry.facts().from(), entry.until());
        fields.required("reason", ending.reason());
        fields.text("reason", ending.reason(), LONGEST_REASON);
        fields.refuseUnder(RULE);
    }

    void movedOut(DeadlineForm.MoveOut move, Entry entry) {
        day("movedOn", move.movedOn(), entry.facts().from(), entry.until());
        fields.refuseUnder(RULE);
    }

    void renewed(DeadlineForm.Renewal renewal, Entry entry) {
        day("decidedOn", renewal.decidedOn(), null, null);
        if (entry.facts().procedure() == Procedure.TEMPORARY_PROTECTION) {
            fields.present("until", renewal.until());
            notBefore("until", renewal.until(), entry.until().plusDays(1));
            notTooFar("until", renewal.until());
        }
        fields.text("reason", renewal.reason(), LONGEST_REASON);
        fields.refuseUnder(RULE);
    }

    private void check(DeadlineForm form, Procedure procedure) {
        if (procedure == Procedure.OTHER) {
            fields.required("otherName", form.otherName());
            fields.name("otherName", form.otherName(), LONGEST_NAME);
        } else {
            fields.present("from", form.from());
        }
        notFuture("from", form.from());
        if (procedure.order()) {
            notBefore("from", form.from(), Terms.LAW_SINCE);
        }
        if (procedure.dependent()) {
            base(form);
        }
        if (procedure == Procedure.EVICTION_ORDER) {
            months(form);
        }
        if (procedure == Procedure.TEMPORARY_PROTECTION || procedure == Procedure.OTHER) {
            fields.present("until", form.until());
            notTooFar("until", form.until());
        }
        if (!procedure.order()) {
            notBefore("until", form.until(), form.from());
        }
        if (procedure == Procedure.RESIDENT_REGISTER_PROTECTION && form.from() != null) {
            notAfter("until", form.until(), Terms.residentRegisterProtection(form.from()));
        }
    }

    private void base(DeadlineForm form) {
        Entry base = bases(clock).stream()
                .filter(entry -> Objects.equals(entry.number(), form.baseOrder()))
                .findFirst()
                .orElse(null);
        if (base == null) {
            fields.add("baseOrder", "choose");
            return;
        }
        notBefore("from", form.from(), base.facts().from());
        notAfter("from", form.from(), base.until());
    }

    /** The orders that another may be based on. */
    static List<Entry> bases(CaseClock clock) {
        return clock.entries().stream()
                .filter(entry -> entry.facts().procedure() == Procedure.PROTECTION_ORDER && entry.open())
                .toList();
    }

    private void months(DeadlineForm form) {
        Integer months = form.months();
        if (months == null || (months != Terms.EVICTION_MONTHS && months != Terms.LONG_EVICTION_MONTHS)) {
            fields.add("months", "choose");
        } else if (months == Terms.LONG_EVICTION_MONTHS) {
            if (!Boolean.TRUE.equals(form.soleHolder())) {
                fields.add("soleHolder", "condition-tick");
            }
            if (!Boolean.TRUE.equals(form.petitioned())) {
                fields.add("petitioned", "condition-tick");
            }
        }
    }

    private void day(String field, @Nullable LocalDate day, @Nullable LocalDate first, @Nullable LocalDate last) {
        fields.present(field, day);
        notFuture(field, day);
        notBefore(field, day, first);
        notAfter(field, day, last);
    }

    private void notFuture(String field, @Nullable LocalDate day) {
        if (day != null && day.isAfter(today)) {
            fields.add(field, "not-future");
        }
    }

    private void notTooFar(String field, @Nullable LocalDate day) {
        notAfter(field, day, today.plusYears(FARTHEST_YEARS));
    }

    private void notBefore(String field, @Nullable LocalDate day, @Nullable LocalDate first) {
        if (day != null && first != null && day.isBefore(first)) {
            fields.add(field, "not-before", first.toString());
        }
    }

    private void notAfter(String field, @Nullable LocalDate day, @Nullable LocalDate last) {
        if (day != null && last != null && day.isAfter(last)) {
            fields.add(field, "not-after", last.toString());
        }
    }
}
