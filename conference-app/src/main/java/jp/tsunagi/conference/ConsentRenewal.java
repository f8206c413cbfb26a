package jp.tsunagi.conference;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.Role;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.casefile.Casefiles;
import jp.tsunagi.casefile.Consent;
import jp.tsunagi.casefile.ConsentMethod;
import jp.tsunagi.command.Acts;
import jp.tsunagi.command.Command;
import jp.tsunagi.integration.hub.OutboxNudge;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Her consent renewed, widened or narrowed between two conferences or during one (domain.md E3). */
@Service
class ConsentRenewal {

    /** While she is being asked, or said no, only the answer of the agency that is with her counts. */
    private static final Set<Consent.Status> BEING_ASKED = EnumSet.of(Consent.Status.GIVEN, Consent.Status.REFUSED);

    private final Conferences conferences;
    private final Casefiles casefiles;
    private final Directory directory;
    private final Acts acts;
    private final OutboxNudge nudge;

    ConsentRenewal(Conferences conferences, Casefiles casefiles, Directory directory, Acts acts, OutboxNudge nudge) {
        this.conferences = conferences;
        this.casefiles = casefiles;
        this.directory = directory;
        this.acts = acts;
        this.nudge = nudge;
    }

    /** What she agrees to now. What is absent stays as it was. */
    record Renewal(
            @Nullable ConsentMethod method,
            @Nullable String confirmedBy,
            @Nullable LocalDate confirmedOn,
            @Nullable LocalDate validUntil,
            @Nullable List<String> recipients,
            @Nullable List<Consent.Withheld> withheld,
            @Nullable List<Consent.Condition> conditions,
            @Nullable List<Consent.LocationPermission> locationRecipients,
            @Nullable String contactAgency,
            @Nullable List<Consent.Purpose> purposes,
            @Nullable Boolean refusalExplained) {}

    /**
     * Renews, widens or narrows. Anything but narrowing needs four eyes: another officer than the one who submitted.
     *
     * @return the number of the entry that counts now
     */
    int renew(CaseId caseId, Renewal renewal, Command command) {
        requireRenewable(caseId, renewal, command);
        acts.perform(command, "case.consent", caseId.value(), null, () -> {
            Casefile casefile = casefiles.find(caseId).orElseThrow(Refusal::notFound);
            if (!casefile.has(command)) {
                casefile.confirm(agreed(casefile, renewal, command), command);
                casefiles.save(casefile);
            }
            return true;
        });
        nudge.nudge();
        return casefiles.find(caseId).orElseThrow(Refusal::notFound).consentNumber();
    }

    /** What {@link #renew} would enter, refused as that refuses; to be read to her before it counts. */
    Consent preview(CaseId caseId, Renewal renewal, Command command) {
        requireRenewable(caseId, renewal, command);
        return agreed(casefiles.find(caseId).orElseThrow(Refusal::notFound), renewal, command);
    }

    /** The consent that the officer may renew or narrow; empty for whoever neither is with her nor on the team. */
    Optional<Consent> renewable(CaseId caseId, Officer officer) {
        return casefiles
                .find(caseId)
                .filter(casefile -> mayRenew(casefile, officer))
                .flatMap(Casefile::consent);
    }

    private void requireRenewable(CaseId caseId, Renewal renewal, Command command) {
        Casefile seen = casefiles.find(caseId).orElseThrow(Refusal::notFound);
        if (!mayRenew(seen, command.officer())) {
            throw Refusal.notFound();
        }
        check(renewal, command);
        if (seen.asked().map(Consent::status).filter(BEING_ASKED::contains).isPresent()) {
            throw Refusal.conflict("consent.being-checked");
        }
    }

    static boolean mayRenew(Casefile casefile, Officer officer) {
        return casefile.consent()
                .filter(current -> withHer(current, officer) || CaseTeam.works(officer, casefile))
                .isPresent();
    }

    private static boolean withHer(Consent current, Officer officer) {
        return (officer.is(Role.COUNSELLOR) || officer.is(Role.CENTER_STAFF))
                && officer.worksFor(current.contactAgency());
    }

    private Consent agreed(Casefile casefile, Renewal renewal, Command command) {
        Consent before = casefile.consent().orElseThrow(Refusal::notFound);
        Consent after = renewed(before, renewal, command);
        if (!narrows(before, after, command.today())) {
            if (!withHer(before, command.officer())) {
                throw Refusal.forbidden("consent.contact-agency-answers");
            }
            requireOtherThanSubmitter(casefile.id(), command.officer());
        }
        return after;
    }

    private void requireOtherThanSubmitter(CaseId caseId, Officer officer) {
        boolean submitted =
                conferences.ofCase(caseId).stream().anyMatch(conference -> conference.wasSubmittedBy(officer));
        if (!officer.person() || submitted) {
            throw Refusal.forbidden("consent.self-verification");
        }
    }

    private void check(Renewal renewal, Command command) {
        FieldCheck fields = new FieldCheck(directory);
        fields.text("confirmedBy", renewal.confirmedBy(), ConsentRules.LONGEST_NAME);
        ConsentRules.dates(renewal.confirmedOn(), renewal.validUntil(), fields, command.today());
        fields.agency("contactAgency", renewal.contactAgency());
        List<String> recipients = ConsentRules.orEmpty(renewal.recipients());
        List<Consent.Withheld> withheld = ConsentRules.orEmpty(renewal.withheld());
        List<Consent.Condition> conditions = ConsentRules.orEmpty(renewal.conditions());
        ConsentRules.lengths(
                "", recipients, withheld, conditions, ConsentRules.orEmpty(renewal.locationRecipients()), fields);
        ConsentRules.content(
                "",
                recipients,
                withheld,
                conditions,
                ConsentRules.orEmpty(renewal.locationRecipients()),
                fields,
                command.today());
        ConsentRules.purposes("purposes", renewal.purposes(), fields);
        fields.refuseUnder("consent.incomplete");
    }

    static Consent renewed(Consent before, Renewal renewal, Command command) {
        LocalDate confirmedOn = renewal.confirmedOn() == null ? command.today() : renewal.confirmedOn();
        boolean sameEnd = renewal.validUntil() == null && !before.expired(command.today());
        return new Consent(
                before.number(),
                Consent.Status.VERIFIED,
                renewal.recipients() == null ? before.currentRecipients() : ConsentRules.agencies(renewal.recipients()),
                Objects.requireNonNullElse(renewal.locationRecipients(), before.locationRecipients()),
                Objects.requireNonNullElse(renewal.withheld(), before.withheld()),
                Objects.requireNonNullElse(renewal.conditions(), before.conditions()),
                renewal.confirmedBy() == null ? before.confirmedBy() : renewal.confirmedBy(),
                confirmedOn,
                renewal.method() == null ? before.method() : renewal.method(),
                sameEnd ? before.validUntil() : ConsentRules.endOf(renewal.validUntil(), confirmedOn),
                renewal.contactAgency() == null ? before.contactAgency() : new AgencyCode(renewal.contactAgency()),
                command.officer().id(),
                command.at(),
                List.of(),
                List.of(),
                renewal.purposes() == null ? before.purposes() : ConsentRules.purposes(renewal.purposes()),
                renewal.refusalExplained());
    }

    private static boolean narrows(Consent before, Consent after, LocalDate today) {
        return before.inForce(today)
                && before.currentRecipients().containsAll(after.recipients())
                && !after.validUntil().isAfter(before.validUntil())
                && after.withheld().containsAll(before.withheld())
                && before.locationRecipients().containsAll(after.locationRecipients())
                && before.purposes().containsAll(after.purposes())
                && after.conditions().equals(before.conditions())
                && after.contactAgency().equals(before.contactAgency());
    }
}
