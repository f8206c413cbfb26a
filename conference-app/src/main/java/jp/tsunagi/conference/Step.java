package jp.tsunagi.conference;

import static jp.tsunagi.conference.ConferenceState.APPROVED;
import static jp.tsunagi.conference.ConferenceState.CANCELLED_NO_CONSENT;
import static jp.tsunagi.conference.ConferenceState.CLOSED;
import static jp.tsunagi.conference.ConferenceState.CONSENT_CHECK;
import static jp.tsunagi.conference.ConferenceState.CONVENED;
import static jp.tsunagi.conference.ConferenceState.DRAFT;
import static jp.tsunagi.conference.ConferenceState.HELD;
import static jp.tsunagi.conference.ConferenceState.NOT_HELD;
import static jp.tsunagi.conference.ConferenceState.REPORTED;
import static jp.tsunagi.conference.ConferenceState.RETURNED;
import static jp.tsunagi.conference.ConferenceState.SUBMITTED;
import static jp.tsunagi.conference.ConferenceState.UNDER_REVIEW;

import java.util.EnumSet;
import java.util.Set;

/**
 * The transition table: in which states each step may be taken (domain.md E2 with the rulings of design.md). What is not
 * in the table cannot happen.
 */
public enum Step {
    REPLACE(EnumSet.of(DRAFT, RETURNED)),
    SUBMIT(EnumSet.of(DRAFT, RETURNED)),
    START_CONSENT_CHECK(EnumSet.of(SUBMITTED)),
    ANSWER_CONSENT(EnumSet.of(SUBMITTED, CONSENT_CHECK)),
    ASK_AGAIN(EnumSet.of(CONSENT_CHECK, UNDER_REVIEW, APPROVED)),
    /** Until the Center has read it, or she was asked. */
    RECALL(EnumSet.of(SUBMITTED, CONSENT_CHECK)),
    RETURN(EnumSet.of(SUBMITTED, CONSENT_CHECK, UNDER_REVIEW)),
    REFER(EnumSet.of(UNDER_REVIEW)),
    DECIDE(EnumSet.of(UNDER_REVIEW)),
    CONVENE(EnumSet.of(APPROVED)),
    RESCHEDULE(EnumSet.of(CONVENED)),
    CALL_OFF(EnumSet.of(CONVENED)),
    REPLY(EnumSet.of(CONVENED)),
    SEND_SHEET(EnumSet.of(CONVENED)),
    /** Of a cancelled one only what had been convened, and was over when she took her consent back. */
    RECORD_HOLDING(EnumSet.of(CONVENED, CANCELLED_NO_CONSENT)),
    REPORT_OUTCOME(EnumSet.of(HELD)),
    CLOSE(EnumSet.of(NOT_HELD, REPORTED)),
    WITHDRAW_REQUEST(EnumSet.of(DRAFT, SUBMITTED, RETURNED, CONSENT_CHECK, UNDER_REVIEW, APPROVED, CONVENED)),
    WITHDRAW_CONSENT(EnumSet.allOf(ConferenceState.class)),
    ASSIGN(EnumSet.of(SUBMITTED, RETURNED, CONSENT_CHECK, UNDER_REVIEW, APPROVED, CONVENED, HELD, REPORTED)),
    OPEN_NEXT(EnumSet.of(REPORTED, CLOSED));

    private final Set<ConferenceState> from;

    Step(Set<ConferenceState> from) {
        this.from = from;
    }

    public boolean possibleIn(ConferenceState state) {
        return from.contains(state);
    }
}
