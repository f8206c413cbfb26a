package jp.tsunagi.conference;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.account.AccountEntry;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.account.Accounts;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.Role;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.casefile.Casefiles;
import jp.tsunagi.casefile.Consent;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.Commands;
import jp.tsunagi.notice.Inbox;
import jp.tsunagi.notice.Notice;
import jp.tsunagi.notice.Recipient;
import jp.tsunagi.shared.FieldProblem;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Hands what hangs on one person to a colleague of the same section (担当の引き継ぎ): before somebody leaves, or afterwards. Each
 * case is a write of its own, so whatever stops between two of them is finished by doing it again. Nobody hands over, or
 * comes by, a case that was not open to whoever hands it over.
 */
@Service
class CaseloadHandOver {

    private final Caseload caseload;
    private final Casefiles casefiles;
    private final Deciding deciding;
    private final CaseTeam team;
    private final Directory directory;
    private final Accounts accounts;
    private final Inbox inbox;
    private final Commands commands;
    private final Clock clock;

    CaseloadHandOver(
            Caseload caseload,
            Casefiles casefiles,
            Deciding deciding,
            CaseTeam team,
            Directory directory,
            Accounts accounts,
            Inbox inbox,
            Commands commands,
            Clock clock) {
        this.caseload = caseload;
        this.casefiles = casefiles;
        this.deciding = deciding;
        this.team = team;
        this.directory = directory;
        this.accounts = accounts;
        this.inbox = inbox;
        this.commands = commands;
        this.clock = clock;
    }

    /**
     * What an officer could hand over of a colleague's.
     *
     * @param cases that would go
     * @param meetings to which the colleague is to go; whoever goes instead answers and pledges in person
     */
    record Load(AccountEntry colleague, int cases, int meetings) {}

    /** @param moved how many went, those that had gone before not counted */
    record Moved(int moved) {}

    /** Everybody of the officer's section with something to hand over, whoever has left, too. */
    List<Load> loads(Officer officer) {
        requireWorks(officer);
        return accounts.everOf(officer.agency(), officer.section()).stream()
                .map(colleague -> load(colleague, officer))
                .filter(load -> load.cases() > 0 || load.meetings() > 0)
                .toList();
    }

    /** @throws jp.tsunagi.shared.Refused {@code not-found} for anybody outside the officer's section */
    Load load(AccountId account, Officer officer) {
        return load(colleague(account, officer), officer);
    }

    /** Those of the officer's section who could take over. */
    List<Officer> takers(Officer officer) {
        requireWorks(officer);
        return accounts.officersOf(officer.agency(), officer.section()).stream()
                .filter(one -> one.person() && works(one))
                .toList();
    }

    /**
     * Hands everything over.
     *
     * @param to login of a colleague of the same section
     * @param key of repetition
     * @throws jp.tsunagi.shared.Refused {@code not-found}, or {@code caseload.not-colleague} naming {@code to}
     */
    Moved handOver(AccountId from, @Nullable String to, Officer officer, @Nullable String key) {
        AccountEntry leaving = colleague(from, officer);
        Officer taker = takers(officer).stream()
                .filter(one -> !one.id().equals(from))
                .filter(one -> accounts.loginOf(one.id())
                        .filter(login -> login.equals(to == null ? "" : to.strip()))
                        .isPresent())
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("caseload.not-colleague", FieldProblem.of("to", "not-of-section")));
        int moved = 0;
        for (CaseConference conference : assigned(leaving, officer)) {
            tell(taker, from, conference);
            deciding.assign(
                    conference.id().value(),
                    accounts.loginOf(taker.id()).orElse(""),
                    command(officer, key, "assign", conference, taker));
            moved++;
        }
        for (CaseConference conference : joined(leaving, officer)) {
            tell(taker, from, conference);
            team.replace(conference.caseId(), from, taker, command(officer, key, "team", conference, taker));
            moved++;
        }
        return new Moved(moved);
    }

    private Load load(AccountEntry colleague, Officer officer) {
        return new Load(
                colleague,
                assigned(colleague, officer).size() + joined(colleague, officer).size(),
                caseload.attended(new AccountId(colleague.id())).size());
    }

    /** The Center's case officer is named by its staff alone. */
    private List<CaseConference> assigned(AccountEntry colleague, Officer officer) {
        return officer.is(Role.CENTER_STAFF) && officer.worksFor(directory.center())
                ? caseload.assigned(new AccountId(colleague.id()))
                : List.of();
    }

    /** Of the cases that a person was added to, those that the officer works on, too. */
    private List<CaseConference> joined(AccountEntry colleague, Officer officer) {
        return caseload.joined(new AccountId(colleague.id())).stream()
                .filter(conference -> casefiles
                        .find(conference.caseId())
                        .filter(casefile -> CaseTeam.works(officer, casefile))
                        .isPresent())
                .toList();
    }

    private AccountEntry colleague(AccountId account, Officer officer) {
        requireWorks(officer);
        AccountEntry entry = accounts.entry(account);
        boolean same = officer.worksFor(new AgencyCode(entry.agency()))
                && officer.section().equals(entry.section());
        if (!same) {
            throw Refusal.notFound();
        }
        return entry;
    }

    /** Before the case is handed over: where it stops between the two, it is done again and told once. */
    private void tell(Officer taker, AccountId from, CaseConference conference) {
        Optional<Casefile> casefile = casefiles.find(conference.caseId());
        int consent = casefile.flatMap(Casefile::consent).map(Consent::number).orElse(0);
        inbox.deliver(Notice.to(
                new Recipient(taker.agency(), taker.section(), Set.of(), null, Set.of(taker.id())),
                Ids.derived(
                        "handed-to-you",
                        conference.id().value(),
                        from.value(),
                        taker.id().value()),
                "handed-to-you",
                new Notice.About(conference.caseId().value(), conference.id().value(), conference.reference(), consent),
                clock.instant()));
    }

    private Command command(
            Officer officer, @Nullable String key, String what, CaseConference conference, Officer taker) {
        String target = conference.id().value();
        String own = key == null || key.isEmpty() ? null : key + "|" + what + "|" + target;
        return commands.of(officer, own, "caseload-" + what, target, taker.id().value());
    }

    private static void requireWorks(Officer officer) {
        if (!officer.person() || !works(officer)) {
            throw Refusal.notFound();
        }
    }

    private static boolean works(Officer officer) {
        return officer.is(Role.COUNSELLOR) || officer.is(Role.CENTER_STAFF);
    }
}
