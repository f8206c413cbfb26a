package jp.tsunagi.conference;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.casefile.Consent;
import jp.tsunagi.notice.Inbox;
import jp.tsunagi.notice.Notice;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What was shared of one conference and what was stopped, from the delivery ledger, the inboxes and the consent ledger. It
 * says which agency, which paper and when, never what stood in it.
 */
@Component
class Sharing {

    private static final String READ_NOTICE = "notice-read";
    private static final String UNREAD_NOTICE = "notice-unread";
    private static final String PASSED_ON = "notice-passed-on";

    private final SharingLedger ledger;
    private final Inbox inbox;
    private final Directory directory;
    private final DisclosuresInForce disclosures;

    Sharing(SharingLedger ledger, Inbox inbox, Directory directory, DisclosuresInForce disclosures) {
        this.ledger = ledger;
        this.inbox = inbox;
        this.directory = directory;
        this.disclosures = disclosures;
    }

    /**
     * The sharing of a conference, before the policy. None of it is hers but that it happened: whoever helps her must be able
     * to tell her, also when consent to all the rest is gone.
     *
     * @param shared what went to the agencies that she agreed to
     * @param disclosed what was decided to be disclosed without her consent, to whom and for how long
     * @param withoutConsent what of it was in fact opened
     * @param within what the requesting agency, the one that is with her and the Center had made
     */
    record SharingView(
            @Classified(FieldClass.OPERATION) String reference,
            @Classified(FieldClass.OPERATION) int number,
            @Classified(FieldClass.AGENCY) List<Agreed> consents,
            @Classified(FieldClass.AGENCY) List<Withdrawn> withdrawals,
            @Classified(FieldClass.AGENCY) List<Shared> shared,
            @Classified(FieldClass.AGENCY) List<Disclosed> disclosed,
            @Classified(FieldClass.AGENCY) List<Shared> withoutConsent,
            @Classified(FieldClass.AGENCY) List<Shared> within,
            @Classified(FieldClass.AGENCY) List<Stopped> stopped) {}

    record Agreed(
            @Classified(FieldClass.AGENCY) int number,
            @Classified(FieldClass.AGENCY) String status,
            @Classified(FieldClass.AGENCY) @Nullable Instant since,
            @Classified(FieldClass.AGENCY) List<String> agencies) {}

    record Withdrawn(@Classified(FieldClass.AGENCY) Instant at, @Classified(FieldClass.AGENCY) List<String> agencies) {}

    /** @param basis the legal basis as the office words it */
    record Disclosed(
            @Classified(FieldClass.AGENCY) List<String> agencies,
            @Classified(FieldClass.AGENCY) String basis,
            @Classified(FieldClass.AGENCY) Instant from,
            @Classified(FieldClass.AGENCY) Instant until) {}

    record Shared(
            @Classified(FieldClass.AGENCY) String agency,
            @Classified(FieldClass.AGENCY) String kind,
            @Classified(FieldClass.AGENCY) int consentNumber,
            @Classified(FieldClass.AGENCY) Instant first,
            @Classified(FieldClass.AGENCY) Instant last,
            @Classified(FieldClass.AGENCY) int times) {

        /** Whether it went out by a disclosure without her consent. */
        boolean withoutConsent() {
            return kind.endsWith(SharingLedger.WITHOUT_CONSENT);
        }

        Shared and(Shared later) {
            return new Shared(
                    agency,
                    kind,
                    consentNumber,
                    first.isBefore(later.first) ? first : later.first,
                    last.isAfter(later.last) ? last : later.last,
                    times + later.times);
        }
    }

    record Stopped(@Classified(FieldClass.AGENCY) String agency, @Classified(FieldClass.AGENCY) String kind) {}

    SharingView of(Desk.Sight sight, LocalDate today) {
        CaseConference conference = sight.conference();
        Casefile casefile = sight.submittedCase();
        List<Notice> notices = inbox.ofConference(conference.id().value());
        Set<String> helpers = helpers(conference, casefile);
        Predicate<Shared> ofHelpers = shared -> helpers.contains(shared.agency());
        List<Shared> all = shared(conference, notices);
        return new SharingView(
                conference.reference(),
                conference.current().number(),
                casefile.consents().stream()
                        .map(consent -> agreed(consent, today))
                        .toList(),
                casefile.withdrawals().stream()
                        .map(withdrawal -> new Withdrawn(withdrawal.recordedAt(), codes(withdrawal.recipients())))
                        .toList(),
                all.stream()
                        .filter(ofHelpers.negate())
                        .filter(shared -> !shared.withoutConsent())
                        .toList(),
                disclosures.ofConference(conference.id()).stream()
                        .map(past -> new Disclosed(codes(past.agencies()), past.basis(), past.from(), past.until()))
                        .toList(),
                all.stream().filter(Shared::withoutConsent).toList(),
                // That a notice lies in a helper's own inbox is no sharing at all.
                all.stream()
                        .filter(ofHelpers)
                        .filter(shared -> !shared.withoutConsent())
                        .filter(shared -> !shared.kind().startsWith("notice-"))
                        .toList(),
                stopped(conference, casefile, notices, today));
    }

    private Set<String> helpers(CaseConference conference, Casefile casefile) {
        Set<String> helpers = new LinkedHashSet<>();
        helpers.add(conference.requestingAgency().value());
        helpers.add(conference.contactAgency().value());
        helpers.add(directory.center().value());
        casefile.consents()
                .forEach(consent -> helpers.add(consent.contactAgency().value()));
        return helpers;
    }

    /** One line for what went to the same agency on the same consent again and again. */
    private List<Shared> shared(CaseConference conference, List<Notice> notices) {
        List<Shared> single = new ArrayList<>();
        ledger.of(conference.id())
                .forEach(delivery -> single.add(new Shared(
                        delivery.agency().value(),
                        delivery.kind(),
                        delivery.consentNumber(),
                        delivery.at(),
                        delivery.at(),
                        1)));
        for (Notice notice : notices) {
            if ((notice.recallable() || notice.opensDisclosure()) && !notice.recalled()) {
                Instant at = notice.readAt() == null ? notice.at() : notice.readAt();
                int consent = notice.opensDisclosure() ? 0 : notice.consentNumber();
                single.add(new Shared(subject(notice), kind(notice), consent, at, at, 1));
            }
        }
        Map<List<Object>, Shared> together = new LinkedHashMap<>();
        single.forEach(shared ->
                together.merge(List.of(shared.agency(), shared.kind(), shared.consentNumber()), shared, Shared::and));
        List<Shared> sorted = new ArrayList<>(together.values());
        sorted.sort((one, other) -> one.agency().equals(other.agency())
                ? one.first().compareTo(other.first())
                : one.agency().compareTo(other.agency()));
        return sorted;
    }

    private static List<Stopped> stopped(
            CaseConference conference, Casefile casefile, List<Notice> notices, LocalDate today) {
        Set<Stopped> stopped = new LinkedHashSet<>();
        notices.stream()
                .filter(Notice::recalled)
                .forEach(notice -> stopped.add(new Stopped(subject(notice), "NOTICE")));
        for (AgencyCode agency : conference.invitedOnce()) {
            boolean goesOn = Standings.stillInvited(conference, agency)
                    && casefile.scopeFor(agency, today).covers();
            if (!goesOn) {
                stopped.add(new Stopped(agency.value(), "FURTHER"));
            }
        }
        return List.copyOf(stopped);
    }

    /** Whom a notice concerns: the agency that it is to be passed on to, or the one whose inbox it lies in. */
    private static String subject(Notice notice) {
        AgencyCode passOnTo = notice.passOnTo();
        return (passOnTo == null ? notice.agency() : passOnTo).value();
    }

    /** What is known of it: that another was asked to pass it on does not tell whether it was. */
    private static String kind(Notice notice) {
        if (notice.passOnTo() != null) {
            return PASSED_ON;
        }
        String kind = notice.read() ? READ_NOTICE : UNREAD_NOTICE;
        return notice.opensDisclosure() ? kind + SharingLedger.WITHOUT_CONSENT : kind;
    }

    private static Agreed agreed(Consent consent, LocalDate today) {
        boolean expired = consent.status() == Consent.Status.VERIFIED && consent.expired(today);
        return new Agreed(
                consent.number(),
                expired ? "EXPIRED" : consent.status().name(),
                consent.verifiedAt(),
                codes(consent.recipients()));
    }

    private static List<String> codes(Set<AgencyCode> agencies) {
        return agencies.stream().map(AgencyCode::value).sorted().toList();
    }
}
