package jp.tsunagi.plan;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * The transition table: in which state of a version each step may be taken (domain.md E4). What is not in the table cannot
 * happen. A new version is opened beside the others while none is a draft or waits for approval.
 */
public enum PlanStep {
    REPLACE(EnumSet.of(PlanState.DRAFT)),
    SUBMIT(EnumSet.of(PlanState.DRAFT)),
    APPROVE(EnumSet.of(PlanState.SUBMITTED)),
    RETURN(EnumSet.of(PlanState.SUBMITTED)),
    CONFIRM(EnumSet.of(PlanState.APPROVED)),
    OPEN(EnumSet.of(PlanState.APPROVED, PlanState.CONFIRMED, PlanState.SUPERSEDED));

    private final Set<PlanState> from;

    PlanStep(Set<PlanState> from) {
        this.from = from;
    }

    public boolean possibleIn(PlanState state) {
        return from.contains(state);
    }

    /** Its name in the audit. */
    String action() {
        return "plan." + name().toLowerCase(Locale.ROOT);
    }
}
