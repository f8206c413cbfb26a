package jp.tsunagi.conference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagi.account.Accounts;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.Role;
import jp.tsunagi.command.Command;
import jp.tsunagi.shared.FieldProblem;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The Center's steps before the meeting is called: examine, give back, put before the director, decide. */
@Service
class Deciding {

    private static final int MOST_FIELDS = 50;

    private final Desk desk;
    private final Directory directory;
    private final Accounts accounts;

    Deciding(Desk desk, Directory directory, Accounts accounts) {
        this.desk = desk;
        this.directory = directory;
        this.accounts = accounts;
    }

    /** The director's decision as it comes in. */
    record Verdict(Decision.@Nullable Verdict decision, @Nullable String reason, @Nullable String personInformed) {}

    /** What is to be mended, and why: on the whole, and at single fields of the request. */
    record Return(@Nullable String reason, @Nullable List<Mend> fields) {}

    /** @param field by its name in the HTTP API, without rows */
    record Mend(@Nullable String field, @Nullable String reason) {}

    void giveBack(String id, Return given, Command command) {
        desk.take(Step.RETURN, id, command, (sight, c) -> {
            List<Returned.FieldReason> fields = check(given);
            sight.conference().giveBack(Requesting.requireText("reason", given.reason()), fields, c);
        });
    }

    /** Refuses what {@link #giveBack} would refuse, and writes nothing. */
    void examine(String id, Return given, Command command) {
        Desk.Sight sight = desk.look(id, command);
        desk.require(Step.RETURN, sight, command);
        check(given);
        sight.conference().requireReturnable(command);
    }

    void refer(String id, Command command) {
        desk.take(Step.REFER, id, command, (sight, c) -> sight.conference().refer(c));
    }

    void askAgain(String id, Command command) {
        desk.take(Step.ASK_AGAIN, id, command, (sight, c) -> sight.conference().askAgain(c));
    }

    /** Those who can be a case officer: name by login. */
    Map<String, String> staff() {
        Map<String, String> names = new LinkedHashMap<>();
        accounts.officersOf(directory.center()).stream()
                .filter(officer -> officer.person() && officer.is(Role.CENTER_STAFF))
                .forEach(
                        officer -> accounts.loginOf(officer.id()).ifPresent(login -> names.put(login, officer.name())));
        return names;
    }

    /** @param login of a member of the Center's staff */
    void assign(String id, @Nullable String login, Command command) {
        desk.take(Step.ASSIGN, id, command, (sight, c) -> {
            if (login == null || login.isBlank()) {
                throw Refusal.invalid("assignment.not-staff", FieldProblem.of("officer", "choose"));
            }
            Officer officer = accounts.byLogin(login)
                    .filter(found -> found.is(Role.CENTER_STAFF) && found.worksFor(directory.center()))
                    .orElseThrow(() ->
                            Refusal.invalid("assignment.not-staff", FieldProblem.of("officer", "not-center-staff")));
            sight.conference().assign(officer.id(), c);
        });
    }

    /** Refuses what {@link #decide} would refuse, and writes nothing. */
    void examine(String id, Verdict verdict, Command command) {
        Desk.Sight sight = desk.look(id, command);
        desk.require(Step.DECIDE, sight, command);
        check(verdict);
        if (verdict.decision() != null) {
            sight.conference().requireDecidable(verdict.decision(), sight.submittedCase(), command);
        }
    }

    void decide(String id, Verdict verdict, Command command) {
        desk.take(Step.DECIDE, id, command, (sight, c) -> {
            check(verdict);
            if (verdict.decision() != null) {
                sight.conference()
                        .decide(
                                verdict.decision(),
                                verdict.reason(),
                                verdict.personInformed(),
                                sight.submittedCase(),
                                c);
            }
        });
    }

    private List<Returned.FieldReason> check(Return given) {
        FieldCheck fields = new FieldCheck(directory);
        fields.required("reason", given.reason());
        fields.text("reason", given.reason(), Requesting.LONGEST_REASON);
        List<Mend> rows = Lists.given(given.fields());
        fields.atMost("fields", rows, MOST_FIELDS);
        List<Returned.FieldReason> reasons = new ArrayList<>();
        fields.each("fields", rows, (path, row) -> {
            fields.chosen(path + ".field", row.field());
            if (!FieldCheck.isBlank(row.field()) && !RequestSection.inputs().contains(row.field())) {
                fields.add(path + ".field", "choice");
            }
            fields.required(path + ".reason", row.reason());
            fields.text(path + ".reason", row.reason(), Requesting.LONGEST_REASON);
            if (row.field() != null && row.reason() != null) {
                reasons.add(new Returned.FieldReason(row.field(), row.reason()));
            }
        });
        fields.refuseUnder("request.incomplete");
        return reasons;
    }

    private void check(Verdict verdict) {
        FieldCheck fields = new FieldCheck(directory);
        fields.chosen("decision", verdict.decision());
        fields.text("reason", verdict.reason(), Requesting.LONGEST_REASON);
        fields.text("personInformed", verdict.personInformed(), Requesting.LONGEST_REASON);
        if (verdict.decision() == Decision.Verdict.NOT_HOLD) {
            fields.required("reason", verdict.reason());
        }
        fields.refuseUnder("decision.incomplete");
    }
}
