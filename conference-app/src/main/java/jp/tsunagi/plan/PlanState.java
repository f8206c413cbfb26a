package jp.tsunagi.plan;

/** Where a version of a plan stands (design.md, states). Stored by name. */
public enum PlanState {
    DRAFT,
    SUBMITTED,
    APPROVED,
    CONFIRMED,
    SUPERSEDED
}
