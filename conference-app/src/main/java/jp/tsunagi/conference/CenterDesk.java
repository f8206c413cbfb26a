package jp.tsunagi.conference;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.Role;
import jp.tsunagi.command.Command;
import jp.tsunagi.shared.BusinessDays;
import jp.tsunagi.shared.Refusal;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What lies on the Center's desk (S19), by what is to be done next. */
@Service
class CenterDesk {

    private static final int MOST = 500;

    private final Conferences conferences;
    private final Desk desk;
    private final Reading reading;
    private final Directory directory;
    private final BusinessDays calendar;

    CenterDesk(Conferences conferences, Desk desk, Reading reading, Directory directory, BusinessDays calendar) {
        this.conferences = conferences;
        this.desk = desk;
        this.reading = reading;
        this.directory = directory;
        this.calendar = calendar;
    }

    /** Where a conference lies on the desk. */
    enum Pile {
        /** Nobody at the Center has taken it yet. */
        RECEIPT,
        CONSENT,
        EXAMINATION,
        /** Put before the director. */
        DECISION,
        CONVENING,
        /** Convened or held: the report is awaited. */
        RESULT
    }

    /**
     * One conference on a pile.
     *
     * @param age business days since it was submitted
     * @param officer the case officer's name, null where there is none
     * @param act what this officer does next, a key of the texts
     * @param page where
     */
    record Row(
            String reference,
            String page,
            String act,
            @Nullable String agency,
            boolean urgent,
            int age,
            @Nullable LocalDate due,
            boolean late,
            @Nullable String officer) {}

    /**
     * All piles, also empty ones; what is urgent or due first lies on top.
     *
     * @throws jp.tsunagi.shared.Refused {@code not-found} for whoever does not work at the Center
     */
    Map<Pile, List<Row>> piles(Command command) {
        if (!worksHere(command.officer())) {
            throw Refusal.notFound();
        }
        Map<Pile, List<Row>> piles = new EnumMap<>(Pile.class);
        for (Pile pile : Pile.values()) {
            piles.put(pile, new ArrayList<>());
        }
        for (CaseConference conference : conferences.list(waiting(), 0, MOST)) {
            piles.computeIfAbsent(pileOf(conference), pile -> new ArrayList<>()).add(row(conference, command));
        }
        piles.values()
                .forEach(rows -> rows.sort(Comparator.comparing((Row row) -> !row.urgent())
                        .thenComparing(Row::due, Comparator.nullsLast(Comparator.naturalOrder()))));
        return piles;
    }

    /** How many conferences wait for this officer: the director's to decide, the staff's to go on with. */
    long waitingFor(Officer officer) {
        if (!worksHere(officer)) {
            return 0;
        }
        return conferences.count(
                officer.is(Role.CENTER_STAFF)
                        ? waitingIn(ConferenceState.UNDER_REVIEW, ConferenceState.APPROVED)
                        : waitingIn(ConferenceState.UNDER_REVIEW));
    }

    private boolean worksHere(Officer officer) {
        return (officer.is(Role.CENTER_STAFF) || officer.is(Role.DIRECTOR)) && officer.worksFor(directory.center());
    }

    private Row row(CaseConference conference, Command command) {
        Desk.Sight sight = desk.sight(conference, command);
        Map<String, Object> shown = reading.projection(sight, command.today()).shown();
        LocalDate due = (LocalDate) shown.get("due");
        LocalDate submitted = (LocalDate) shown.get("submittedOn");
        Pile pile = pileOf(conference);
        Step step = next(pile, command.officer(), sight.standing());
        String at = "/c/" + conference.id().value();
        String look = pile == Pile.RESULT ? at : at + "/review";
        return new Row(
                conference.reference(),
                step == null ? look : at + "/" + ConferencePage.path(step).orElse("review"),
                step == null ? (pile == Pile.RESULT ? "desk.look" : "review") : "step." + step.name(),
                (String) shown.get("requestingAgency"),
                Boolean.TRUE.equals(shown.get("urgent")),
                submitted == null ? 0 : calendar.between(submitted, command.today()),
                due,
                due != null && due.isBefore(command.today()),
                (String) shown.get("officer"));
    }

    /** What this officer does with what lies there; null to look at it. */
    private static @Nullable Step next(Pile pile, Officer officer, Standing standing) {
        Step step =
                switch (pile) {
                    case RECEIPT -> Step.ASSIGN;
                    case DECISION -> Step.DECIDE;
                    case CONVENING -> Step.CONVENE;
                    case EXAMINATION -> officer.is(Role.CENTER_STAFF) ? null : Step.DECIDE;
                    case CONSENT, RESULT -> null;
                };
        return step != null && Permission.allows(step, officer, standing) ? step : null;
    }

    private static Pile pileOf(CaseConference conference) {
        return switch (conference.state()) {
            case SUBMITTED -> Pile.RECEIPT;
            case CONSENT_CHECK -> conference.officer().isPresent() ? Pile.CONSENT : Pile.RECEIPT;
            case UNDER_REVIEW -> conference.current().referred() ? Pile.DECISION : Pile.EXAMINATION;
            case APPROVED -> Pile.CONVENING;
            case CONVENED, HELD -> Pile.RESULT;
            case DRAFT, RETURNED, NOT_HELD, REPORTED, CLOSED, WITHDRAWN, CANCELLED_NO_CONSENT ->
                throw new IllegalArgumentException("Nothing on the desk: " + conference.state());
        };
    }

    private static Bson waiting() {
        return waitingIn(
                ConferenceState.SUBMITTED,
                ConferenceState.CONSENT_CHECK,
                ConferenceState.UNDER_REVIEW,
                ConferenceState.APPROVED,
                ConferenceState.CONVENED,
                ConferenceState.HELD);
    }

    private static Bson waitingIn(ConferenceState... states) {
        List<String> names = Set.of(states).stream().map(ConferenceState::name).toList();
        return and(exists("submittedOn"), in("state", names));
    }
}
