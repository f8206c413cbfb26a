package jp.tsunagi.conference;

import java.time.LocalDate;
import java.util.Optional;
import jp.tsunagi.shared.BusinessDays;
import org.jspecify.annotations.Nullable;

/** By when whoever's turn it is should act (domain.md E8), in business days. */
final class Deadlines {

    private final BusinessDays calendar;
    private final DeadlineSettings settings;

    Deadlines(BusinessDays calendar, DeadlineSettings settings) {
        this.calendar = calendar;
        this.settings = settings;
    }

    /**
     * The day for a conference that reached this state today; empty where nobody's turn is awaited.
     *
     * @param meeting day of the meeting, where one is convened or was held
     */
    Optional<LocalDate> of(ConferenceState state, LocalDate today, boolean urgent, @Nullable LocalDate meeting) {
        return Optional.ofNullable(
                switch (state) {
                    case SUBMITTED, CONSENT_CHECK ->
                        calendar.after(today, urgent ? settings.urgent() : settings.consentCheck());
                    case RETURNED -> calendar.after(today, settings.correction());
                    case UNDER_REVIEW -> calendar.after(today, urgent ? settings.urgent() : settings.decision());
                    case APPROVED -> calendar.after(today, urgent ? settings.urgent() : settings.convening());
                    case CONVENED -> meeting == null ? null : sheetDue(today, meeting);
                    case HELD -> calendar.after(meeting == null ? today : meeting, settings.report());
                    case DRAFT, NOT_HELD, REPORTED, CLOSED, WITHDRAWN, CANCELLED_NO_CONSENT -> null;
                });
    }

    /** The last day on which the minutes may be objected to. */
    LocalDate objectionsUntil(LocalDate reportedOn) {
        return calendar.after(reportedOn, settings.objection());
    }

    /** The next reminder after one that was due that day. */
    LocalDate nextReminder(LocalDate day) {
        return calendar.after(day, 1);
    }

    /** After how many reminders the Center, or for a late report the director, is told. */
    int escalateAfter(ConferenceState state) {
        return state == ConferenceState.HELD ? settings.escalateReport() : 1;
    }

    private LocalDate sheetDue(LocalDate today, LocalDate meeting) {
        LocalDate due = calendar.before(meeting, settings.sheetBefore());
        return due.isBefore(today) ? today : due;
    }
}
