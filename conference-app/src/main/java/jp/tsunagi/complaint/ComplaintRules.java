package jp.tsunagi.complaint;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import jp.tsunagi.account.Accounts;
import jp.tsunagi.account.Officer;
import jp.tsunagi.complaint.ComplaintForm.From;
import jp.tsunagi.complaint.ComplaintForm.Result;
import jp.tsunagi.complaint.ComplaintForm.Told;
import jp.tsunagi.conference.Directory;
import jp.tsunagi.conference.FieldCheck;
import org.jspecify.annotations.Nullable;

/** What a complaint, its answer and its review must and may say. Finds everything at once, so that one reply mends all. */
final class ComplaintRules {

    private static final String RULE = "complaint.incomplete";
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_TEXT = 4_000;
    private static final int LONGEST_REASON = 1_000;
    private static final int MOST_OFFICERS = 10;
    /** A year typed wrong is found by this. */
    private static final int FARTHEST_YEARS = 1;

    private final FieldCheck fields;
    private final Accounts accounts;
    private final LocalDate today;

    ComplaintRules(Directory directory, Accounts accounts, LocalDate today) {
        this.fields = new FieldCheck(directory);
        this.accounts = accounts;
        this.today = today;
    }

    /**
     * @return the officers complained about
     * @throws jp.tsunagi.shared.Refused {@code complaint.incomplete} with the fields
     */
    Set<Officer> received(ComplaintForm form) {
        fields.present("receivedOn", form.receivedOn());
        notFuture("receivedOn", form.receivedOn());
        fields.chosen("complainant", form.complainant());
        if (form.complainant() != null && form.complainant() != From.HERSELF) {
            fields.required("complainantName", form.complainantName());
        }
        fields.name("complainantName", form.complainantName(), LONGEST_NAME);
        fields.chosen("means", form.means());
        fields.required("complaint", form.complaint());
        fields.text("complaint", form.complaint(), LONGEST_TEXT);
        fields.text("wanted", form.wanted(), LONGEST_TEXT);
        fields.namedAgency("about", form.about());
        fields.chosen("kept", form.kept());
        notBefore("due", form.due(), form.receivedOn());
        if (form.due() != null && form.due().isAfter(today.plusYears(FARTHEST_YEARS))) {
            fields.add("due", "not-after", today.plusYears(FARTHEST_YEARS).toString());
        }
        Set<Officer> named = named(form);
        fields.refuseUnder(RULE);
        return named;
    }

    void answered(ComplaintForm.Answer form, LocalDate receivedOn) {
        fields.present("answeredOn", form.answeredOn());
        notFuture("answeredOn", form.answeredOn());
        notBefore("answeredOn", form.answeredOn(), receivedOn);
        fields.required("answer", form.answer());
        fields.text("answer", form.answer(), LONGEST_TEXT);
        fields.chosen("told", form.told());
        if (form.told() == Told.NOT_TOLD) {
            fields.required("notToldReason", form.notToldReason());
        }
        fields.text("notToldReason", form.notToldReason(), LONGEST_REASON);
        fields.refuseUnder(RULE);
    }

    void reviewed(ComplaintForm.Review form) {
        fields.required("looked", form.looked());
        fields.text("looked", form.looked(), LONGEST_TEXT);
        fields.chosen("reviewResult", form.reviewResult());
        if (form.reviewResult() == Result.CHANGED) {
            fields.required("changes", form.changes());
        }
        if (form.reviewResult() == Result.UNCHANGED) {
            fields.required("unchangedReason", form.unchangedReason());
        }
        fields.text("changes", form.changes(), LONGEST_TEXT);
        fields.text("unchangedReason", form.unchangedReason(), LONGEST_REASON);
        fields.refuseUnder(RULE);
    }

    private Set<Officer> named(ComplaintForm form) {
        Set<Officer> named = new LinkedHashSet<>();
        List<String> logins = Objects.requireNonNullElse(form.officers(), List.of());
        fields.atMost("officers", logins, MOST_OFFICERS);
        for (String login : logins.stream().limit(MOST_OFFICERS).toList()) {
            Officer officer = accounts.byLogin(login.strip())
                    .filter(one -> one.person() && one.agency().value().equals(form.about()))
                    .orElse(null);
            if (officer == null) {
                fields.add("officers", "not-of-agency");
                return named;
            }
            named.add(officer);
        }
        return named;
    }

    private void notFuture(String field, @Nullable LocalDate day) {
        if (day != null && day.isAfter(today)) {
            fields.add(field, "not-future");
        }
    }

    private void notBefore(String field, @Nullable LocalDate day, @Nullable LocalDate first) {
        if (day != null && first != null && day.isBefore(first)) {
            fields.add(field, "not-before", first.toString());
        }
    }
}
