package jp.tsunagi.conference;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.account.Accounts;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.Role;
import jp.tsunagi.casefile.BlockedPerson;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.casefile.Casefiles;
import jp.tsunagi.command.Acts;
import jp.tsunagi.command.Command;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.shared.FieldProblem;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Who works on a case, and who must not come near it. */
@Service
class CaseTeam {

    private static final int LONGEST_NAME = 100;
    private static final int MOST_BLOCKED = 50;

    private final Casefiles casefiles;
    private final Accounts accounts;
    private final Directory directory;
    private final Acts acts;

    CaseTeam(Casefiles casefiles, Accounts accounts, Directory directory, Acts acts) {
        this.casefiles = casefiles;
        this.accounts = accounts;
        this.directory = directory;
        this.acts = acts;
    }

    /** @throws jp.tsunagi.shared.Refused {@code not-found} where the officer is not on the team */
    void requireMember(CaseId caseId, Command command) {
        if (!casefiles.find(caseId).filter(c -> works(command.officer(), c)).isPresent()) {
            throw Refusal.notFound();
        }
    }

    /** Names of those who were added to the section that works on the case; for its team alone. */
    List<String> added(CaseId caseId, Command command) {
        requireMember(caseId, command);
        return casefiles.find(caseId).map(Casefile::members).orElse(Set.of()).stream()
                .flatMap(member -> accounts.nameOf(member).stream())
                .sorted()
                .toList();
    }

    /** Whether the officer works on the case: on its team, in a role that works with cases. */
    static boolean works(Officer officer, Casefile casefile) {
        return (officer.is(Role.COUNSELLOR) || officer.is(Role.CENTER_STAFF)) && casefile.hasOnTeam(officer);
    }

    /**
     * Adds a colleague of the requesting agency.
     *
     * @throws jp.tsunagi.shared.Refused {@code not-found} where the officer is not on the team; {@code team.other-agency}
     *     where nobody of this agency has the login
     */
    void add(CaseId caseId, @Nullable String login, Command command) {
        requireMember(caseId, command);
        Officer colleague = accounts.byLogin(Requesting.requireText("login", login))
                .filter(found -> found.worksFor(command.officer().agency()))
                .orElseThrow(() -> Refusal.invalid("team.other-agency", FieldProblem.of("login", "not-of-agency")));
        acts.perform(
                command,
                "case.add-to-team",
                caseId.value(),
                colleague.id().value(),
                () -> change(caseId, command, casefile -> casefile.add(colleague, command)));
    }

    /**
     * Puts a colleague in the place of one who was added to the team in person.
     *
     * @throws jp.tsunagi.shared.Refused {@code not-found} where the officer is not on the team
     */
    void replace(CaseId caseId, AccountId leaving, Officer colleague, Command command) {
        requireMember(caseId, command);
        acts.perform(
                command,
                "case.replace-on-team",
                caseId.value(),
                colleague.id().value(),
                () -> change(caseId, command, casefile -> casefile.replace(leaving, colleague, command)));
    }

    /** Who must not be in the room, for the Center's staff alone; entered into the audit before it leaves. */
    List<BlockedPerson> blocked(CaseId caseId, Command command) {
        Casefile casefile = casefiles
                .find(caseId)
                .filter(found -> ofTheCenter(command.officer()))
                .orElseThrow(Refusal::notFound);
        acts.shown(
                command,
                "case.block-list.read",
                caseId.value(),
                caseId.value(),
                List.of(FieldClass.OTHER_PARTY.name()));
        return casefile.blocked();
    }

    private boolean ofTheCenter(Officer officer) {
        return officer.is(Role.CENTER_STAFF) && officer.worksFor(directory.center());
    }

    /** Notes who must not be in the room; the Center's staff alone. */
    void block(CaseId caseId, List<BlockedPerson> people, Command command) {
        if (!ofTheCenter(command.officer()) || casefiles.find(caseId).isEmpty()) {
            throw Refusal.notFound();
        }
        FieldCheck fields = new FieldCheck(directory);
        fields.atMost("people", people, MOST_BLOCKED);
        fields.each("people", people, (path, person) -> {
            fields.required(path + ".name", person.name());
            fields.name(path + ".name", person.name(), LONGEST_NAME);
            fields.agency(path + ".agency", person.agency());
        });
        fields.refuseUnder("block-list.incomplete");
        acts.perform(
                command,
                "case.block-list",
                caseId.value(),
                null,
                () -> change(caseId, command, casefile -> casefile.block(people, command)));
    }

    private boolean change(CaseId caseId, Command command, Consumer<Casefile> change) {
        Casefile casefile = casefiles.find(caseId).orElseThrow(Refusal::notFound);
        if (!casefile.has(command)) {
            change.accept(casefile);
            casefiles.save(casefile);
        }
        return true;
    }
}
