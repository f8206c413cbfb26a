package jp.tsunagi.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.Role;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.command.Command;

/** Cases and consents of a person who does not exist. */
public final class CasefileFixtures {

    /** Friday, 20 November 2026, ten o'clock in Japan. */
    public static final Instant NOW = Instant.parse("2026-11-20T01:00:00Z");

    public static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    /** Ninety days after. */
    public static final LocalDate CONSENT_END = LocalDate.of(2027, 2, 18);

    public static final AgencyCode SAPPORO = new AgencyCode("011002");
    public static final AgencyCode ASAHIKAWA = new AgencyCode("012041");
    public static final AgencyCode SHELTER = new AgencyCode("S0001");
    public static final AgencyCode CENTER = new AgencyCode("C0001");
    public static final AgencyCode POLICE = new AgencyCode("P0001");
    public static final AgencyCode CHILD_GUIDANCE = new AgencyCode("J0001");
    public static final AgencyCode HOSPITAL = new AgencyCode("M0001");
    public static final String SECTION = "女性相談窓口";

    public static final Officer SUBMITTER = officer("sapporo", SAPPORO, Role.COUNSELLOR);
    public static final Officer SECOND = officer("sapporo2", SAPPORO, Role.COUNSELLOR);

    private static int commands;

    private CasefileFixtures() {}

    public static Officer officer(String id, AgencyCode agency, Role... roles) {
        return new Officer(new AccountId(id), id, agency, SECTION, Set.of(roles), true, false);
    }

    public static Officer inSection(Officer officer, String section) {
        return new Officer(
                officer.id(),
                officer.name(),
                officer.agency(),
                section,
                officer.roles(),
                officer.person(),
                officer.deputy());
    }

    public static Officer machine(AgencyCode agency, Role... roles) {
        return new Officer(new AccountId("gateway-" + agency), "", agency, SECTION, Set.of(roles), false, false);
    }

    public static Command command(Officer officer) {
        return command(officer, NOW);
    }

    /** Each is another act. */
    public static Command command(Officer officer, Instant at) {
        String id = "command-" + ++commands;
        return new Command(id, "digest-of-" + id, officer, officer.agency(), at);
    }

    /** As the requesting agency gives it: sharing with police and child guidance, until {@link #CONSENT_END}. */
    public static Consent consent() {
        return consent(List.of(), List.of(), List.of(), POLICE, CHILD_GUIDANCE);
    }

    public static Consent consent(
            List<Consent.Withheld> withheld,
            List<Consent.Condition> conditions,
            List<Consent.LocationPermission> location,
            AgencyCode... recipients) {
        return new Consent(
                1,
                Consent.Status.GIVEN,
                Arrays.stream(recipients).collect(Collectors.toSet()),
                location,
                withheld,
                conditions,
                "架空 相談員",
                TODAY,
                ConsentMethod.FACE_TO_FACE,
                CONSENT_END,
                SAPPORO,
                null,
                null,
                List.of(),
                List.of(),
                Set.of(),
                null);
    }

    /** The same for these purposes alone; she was told that she may say no. */
    public static Consent forPurposes(Consent consent, Consent.Purpose... purposes) {
        return new Consent(
                consent.number(),
                consent.status(),
                consent.recipients(),
                consent.locationRecipients(),
                consent.withheld(),
                consent.conditions(),
                consent.confirmedBy(),
                consent.confirmedOn(),
                consent.method(),
                consent.validUntil(),
                consent.contactAgency(),
                consent.verifiedBy(),
                consent.verifiedAt(),
                consent.withdrawals(),
                consent.attempts(),
                Set.of(purposes),
                true);
    }

    public static Consent until(Consent consent, LocalDate end) {
        return with(consent, end, consent.verifiedBy(), consent.verifiedAt());
    }

    private static Consent verified(Consent consent) {
        return with(consent, consent.validUntil(), SECOND.id(), NOW);
    }

    private static Consent with(Consent consent, LocalDate end, AccountId verifiedBy, Instant verifiedAt) {
        return new Consent(
                consent.number(),
                consent.status(),
                consent.recipients(),
                consent.locationRecipients(),
                consent.withheld(),
                consent.conditions(),
                consent.confirmedBy(),
                consent.confirmedOn(),
                consent.method(),
                end,
                consent.contactAgency(),
                verifiedBy,
                verifiedAt,
                consent.withdrawals(),
                consent.attempts(),
                consent.purposes(),
                consent.refusalExplained());
    }

    public static Consent.Withdrawal withdrawal(AgencyCode... agencies) {
        return withdrawal(TODAY, NOW, agencies);
    }

    public static Consent.Withdrawal withdrawal(LocalDate on, Instant recordedAt, AgencyCode... agencies) {
        return new Consent.Withdrawal(
                on, Consent.Withdrawal.How.ORAL, "架空 相談員", SECOND.id(), recordedAt, Set.of(agencies));
    }

    /** That she said no, or where {@code reached} is false could not be asked. */
    public static Consent.Attempt attempt(boolean reached) {
        return new Consent.Attempt(reached, ConsentMethod.PHONE, "架空 相談員", TODAY, SECOND.id(), NOW);
    }

    /** A case of which nothing is known yet. */
    public static Casefile opened() {
        return reloaded(Casefile.opened(new CaseId("case-1"), SAPPORO, SECTION, NOW));
    }

    /** As it is found at the next look. */
    public static Casefile reloaded(Casefile casefile) {
        return new Casefile(casefile.toRecord());
    }

    /** A case as submitted, the consent not yet confirmed. */
    public static Casefile submitted(Consent given) {
        Casefile casefile = opened();
        casefile.request(person(), new LocationGroup("架空町1-2-3"), given, command(SUBMITTER));
        return reloaded(casefile);
    }

    /** A case whose consent a second officer has confirmed. */
    public static Casefile confirmed(Consent given) {
        Casefile casefile = submitted(given);
        casefile.confirm(verified(given), command(SECOND));
        return reloaded(casefile);
    }

    public static Casefile confirmed() {
        return confirmed(consent());
    }

    public static Casefile withdrawn(AgencyCode... agencies) {
        Casefile casefile = confirmed();
        casefile.withdraw(withdrawal(agencies), command(SECOND));
        return reloaded(casefile);
    }

    /** A case whose consent was confirmed and then taken back. */
    public static Casefile withdrawn(Consent given, Consent.Withdrawal withdrawal) {
        Casefile casefile = confirmed(given);
        casefile.withdraw(withdrawal, command(SECOND, withdrawal.recordedAt()));
        return reloaded(casefile);
    }

    public static Person person() {
        return new Person("架空 花子", "カクウ ハナコ", null, null, null, LocalDate.of(1988, 4, 12), null);
    }
}
