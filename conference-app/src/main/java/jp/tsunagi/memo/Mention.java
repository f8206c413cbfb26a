package jp.tsunagi.memo;

/** Whose eye a memo is to catch besides; they are told so in their inbox. */
enum Mention {
    /** The section of the requesting agency that has the case. */
    REQUESTER,
    /** Staff of the Center. */
    CENTER_STAFF,
    /** The director of the Center. */
    DIRECTOR
}
