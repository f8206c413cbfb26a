package jp.tsunagi.retention;

/** What is deleted by itself before the case is, or without it. */
enum PurgeKind {
    /** Information sheets: raw material, and not the record. */
    SHEETS,
    /** A request that was never submitted. */
    DRAFT,
    /** A request that was returned and not submitted again. */
    RETURNED,
    /** What was told at length, of a case that is over. */
    NARRATIVES
}
