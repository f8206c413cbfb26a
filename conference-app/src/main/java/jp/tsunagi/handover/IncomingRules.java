package jp.tsunagi.handover;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import jp.tsunagi.account.Accounts;
import jp.tsunagi.conference.CaseBeginnings;
import jp.tsunagi.conference.Directory;
import jp.tsunagi.conference.FieldCheck;
import org.springframework.stereotype.Component;

/** What must and may be written of a case that comes from elsewhere; of her and her situation the same as on a request. */
@Component
class IncomingRules {

    private static final int MOST_ROWS = 50;

    private final CaseBeginnings beginnings;
    private final Directory directory;
    private final Accounts accounts;

    IncomingRules(CaseBeginnings beginnings, Directory directory, Accounts accounts) {
        this.beginnings = beginnings;
        this.directory = directory;
        this.accounts = accounts;
    }

    /** @throws jp.tsunagi.shared.Refused {@code handover.incomplete} with the fields */
    void check(IncomingForm form, LocalDate today) {
        HandOverRules rules = new HandOverRules(directory, accounts, today);
        FieldCheck fields = rules.fields();
        fields.required("fromName", form.fromName());
        fields.name("fromName", form.fromName(), HandOverRules.LONGEST_NAME);
        fields.text("fromWindow", form.fromWindow(), HandOverRules.LONGEST_LINE);
        fields.present("handedOn", form.handedOn());
        rules.notFuture("handedOn", form.handedOn());
        rules.agreed(form.agreedOn(), form.method(), form.explainedBy(), form.refusalExplained());
        fields.text("outcome", form.outcome(), HandOverRules.LONGEST_TEXT);
        fields.text("children", form.children(), HandOverRules.LONGEST_TEXT);
        fields.text("remarks", form.remarks(), HandOverRules.LONGEST_TEXT);
        List<IncomingForm.Deadline> deadlines = Objects.requireNonNullElse(form.deadlines(), List.of());
        fields.atMost("deadlines", deadlines, MOST_ROWS);
        fields.each("deadlines", deadlines, (path, one) -> {
            fields.chosen(path + ".procedure", one.procedure());
            fields.text(path + ".note", one.note(), HandOverRules.LONGEST_LINE);
        });
        List<IncomingForm.Measure> measures = Objects.requireNonNullElse(form.measures(), List.of());
        fields.atMost("measures", measures, MOST_ROWS);
        fields.each("measures", measures, (path, one) -> {
            fields.required(path + ".measure", one.measure());
            fields.text(path + ".measure", one.measure(), HandOverRules.LONGEST_LINE);
            fields.text(path + ".agency", one.agency(), HandOverRules.LONGEST_NAME);
        });
        beginnings
                .problems(Beginnings.request(form.handed(), null), today)
                .forEach(problem -> fields.add(
                        problem.field(), problem.problem(), problem.args().toArray()));
        fields.refuseUnder(HandOverRules.RULE);
    }
}
