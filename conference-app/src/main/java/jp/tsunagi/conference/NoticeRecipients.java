package jp.tsunagi.conference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import jp.tsunagi.account.Role;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.integration.hub.HubEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who is told of what, and by what kind of notice (domain.md E2, E7, E8). */
@Component
class NoticeRecipients {

    private static final Set<Role> STAFF = Set.of(Role.CENTER_STAFF);
    private static final Set<Role> DIRECTOR = Set.of(Role.DIRECTOR);
    private static final Set<Role> CENTER = Set.of(Role.CENTER_STAFF, Role.DIRECTOR);
    private static final Set<Role> ANYBODY = Set.of();

    private final Directory directory;

    NoticeRecipients(Directory directory) {
        this.directory = directory;
    }

    /**
     * Somebody to tell.
     *
     * @param agency into whose inbox it goes
     * @param subject whom it concerns: the same, or the agency that it is passed on to
     * @param byConsent whether it may go only while her consent covers the subject
     */
    record Recipient(
            AgencyCode agency,
            AgencyCode subject,
            @Nullable String section,
            Set<Role> roles,
            String kind,
            @Nullable LocalDate deadline,
            boolean byConsent) {}

    List<Recipient> of(EventKind kind, HubEvent event, CaseConference conference) {
        LocalDate due = conference.current().dueOn();
        return switch (kind) {
            case REQUEST_SUBMITTED ->
                List.of(center(STAFF, "request-received", due), contact(conference, "consent-check", due));
            case REQUEST_RECALLED -> {
                AgencyCode asked = new AgencyCode(event.payload());
                boolean own = asked.equals(conference.requestingAgency());
                String section = own ? conference.team().section() : null;
                yield List.of(
                        center(STAFF, "request-recalled", null),
                        new Recipient(asked, asked, section, ANYBODY, "request-recalled", null, false));
            }
            case CONSENT_ANSWERED ->
                event.payload().equals("CONSENTED")
                        ? List.of(center(CENTER, "ready-for-review", due))
                        : List.of(
                                center(STAFF, "consent-" + lower(event.payload()), due),
                                requester(conference, "consent-" + lower(event.payload()), due));
            case RETURNED -> List.of(requester(conference, "returned", due));
            case REFERRED -> List.of(center(DIRECTOR, "decision-asked", due));
            case DECIDED ->
                event.payload().equals("HOLD")
                        ? List.of(requester(conference, "to-be-held", due), center(STAFF, "to-be-convened", due))
                        : List.of(requester(conference, "not-held", null));
            case CONVENED -> convening(conference, "convening", due, true);
            case RESCHEDULED -> convening(conference, "rescheduled", due, true);
            case CALLED_OFF, REQUEST_WITHDRAWN -> {
                List<Recipient> told = new ArrayList<>(invitees(event.agencies(), "called-off", null, false));
                told.add(center(STAFF, kind == EventKind.CALLED_OFF ? "called-off" : "request-withdrawn", null));
                told.add(
                        requester(conference, kind == EventKind.CALLED_OFF ? "called-off" : "request-withdrawn", null));
                yield told;
            }
            case REPLIED ->
                List.of(center(STAFF, event.payload().equals("CLEARED") ? "replied" : "reply-to-examine", due));
            case SHEET_RECEIVED -> {
                List<Recipient> told = new ArrayList<>(invitees(codes(conference.invited()), "agenda", due, true));
                told.add(center(STAFF, "sheet-received", due));
                yield told;
            }
            case HELD -> List.of(requester(conference, "report-due", due));
            case REPORTED -> {
                List<Recipient> told = new ArrayList<>(invitees(codes(conference.invited()), "outcome", null, true));
                told.add(center(CENTER, "outcome", null));
                yield told;
            }
            case MINUTES_OBJECTED ->
                List.of(center(STAFF, "minutes-objected", null), requester(conference, "minutes-objected", null));
            case MINUTES_ANSWERED -> ofAnswer(event, conference);
            case CLOSED -> List.of(center(STAFF, "closed", null), requester(conference, "closed", null));
            case DUE -> reminder(conference, "reminder", due);
            case OVERDUE -> {
                List<Recipient> told = new ArrayList<>(reminder(conference, "overdue", due));
                told.add(center(conference.state() == ConferenceState.HELD ? CENTER : STAFF, "overdue", due));
                yield told;
            }
        };
    }

    /** Whoever objected learns the answer; everybody who reads the minutes learns, once, that they were corrected. */
    private List<Recipient> ofAnswer(HubEvent event, CaseConference conference) {
        boolean corrected = event.payload().equals("ACCEPTED");
        List<Recipient> told = new ArrayList<>();
        for (String agency : codes(conference.invited())) {
            if (event.agencies().contains(agency)) {
                told.addAll(invitees(Set.of(agency), answer(corrected), null, true));
            } else if (corrected) {
                told.addAll(invitees(Set.of(agency), "minutes-corrected", null, true));
            }
        }
        boolean byRequester =
                event.agencies().contains(conference.requestingAgency().value());
        if (corrected || byRequester) {
            told.add(requester(conference, byRequester ? answer(corrected) : "minutes-corrected", null));
        }
        boolean byCenter = event.agencies().contains(directory.center().value());
        if (corrected || byCenter) {
            told.add(center(CENTER, byCenter ? answer(corrected) : "minutes-corrected", null));
        }
        return told;
    }

    private static String answer(boolean accepted) {
        return accepted ? "objection-accepted" : "objection-declined";
    }

    /** Who is told of a withdrawal; the invited learn that it is off for them, never why. */
    List<Recipient> ofWithdrawal(CaseConference conference, Set<String> agencies) {
        Set<String> concerned = new LinkedHashSet<>(codes(conference.invitedOnce()));
        if (!agencies.isEmpty()) {
            concerned.retainAll(agencies);
        }
        List<Recipient> told = new ArrayList<>(invitees(concerned, "called-off", null, false));
        if (conference.submittedBy().isPresent()) {
            told.add(center(CENTER, "consent-withdrawn", null));
            told.add(requester(conference, "consent-withdrawn", null));
        }
        return told;
    }

    /** Who is told that a narrower consent leaves them out; never why. */
    List<Recipient> ofNarrowing(CaseConference conference, Set<String> agencies) {
        return conference.state() == ConferenceState.CONVENED
                ? invitees(agencies, "called-off", null, false)
                : List.of();
    }

    private List<Recipient> reminder(CaseConference conference, String kind, @Nullable LocalDate due) {
        return switch (conference.state()) {
            case SUBMITTED, CONSENT_CHECK -> List.of(contact(conference, kind, due));
            case RETURNED, HELD -> List.of(requester(conference, kind, due));
            case UNDER_REVIEW -> List.of(center(DIRECTOR, kind, due));
            case APPROVED -> List.of(center(STAFF, kind, due));
            case CONVENED -> convening(conference, kind, due, true);
            case DRAFT, NOT_HELD, REPORTED, CLOSED, WITHDRAWN, CANCELLED_NO_CONSENT -> List.of();
        };
    }

    /** The convened agencies, each told directly or by another (関係機関を通じて). */
    private List<Recipient> convening(
            CaseConference conference, String kind, @Nullable LocalDate due, boolean byConsent) {
        List<Recipient> told = new ArrayList<>();
        conference.convening().ifPresent(call -> call.participants().forEach(participant -> {
            AgencyCode subject = new AgencyCode(participant.agency());
            if (conference.invited().contains(subject)) {
                AgencyCode agency = participant.via() == null ? subject : new AgencyCode(participant.via());
                told.add(new Recipient(agency, subject, null, ANYBODY, kind, due, byConsent));
            }
        }));
        told.add(requester(conference, kind, due));
        return told;
    }

    private static List<Recipient> invitees(
            Set<String> agencies, String kind, @Nullable LocalDate due, boolean byConsent) {
        return agencies.stream()
                .map(AgencyCode::new)
                .map(agency -> new Recipient(agency, agency, null, ANYBODY, kind, due, byConsent))
                .toList();
    }

    private Recipient center(Set<Role> roles, String kind, @Nullable LocalDate due) {
        return new Recipient(directory.center(), directory.center(), null, roles, kind, due, false);
    }

    private static Recipient requester(CaseConference conference, String kind, @Nullable LocalDate due) {
        AgencyCode agency = conference.requestingAgency();
        return new Recipient(agency, agency, conference.team().section(), ANYBODY, kind, due, false);
    }

    private static Recipient contact(CaseConference conference, String kind, @Nullable LocalDate due) {
        AgencyCode contact = conference.contactAgency();
        String section = contact.equals(conference.requestingAgency())
                ? conference.team().section()
                : null;
        return new Recipient(contact, contact, section, ANYBODY, kind, due, false);
    }

    private static Set<String> codes(Set<AgencyCode> agencies) {
        Set<String> codes = new LinkedHashSet<>();
        agencies.forEach(agency -> codes.add(agency.value()));
        return codes;
    }

    private static String lower(String payload) {
        return payload.toLowerCase(Locale.ROOT);
    }
}
