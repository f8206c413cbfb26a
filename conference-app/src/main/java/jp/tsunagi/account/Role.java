package jp.tsunagi.account;

/** What a person may be in the flow of a conference (domain.md E6). One person may hold several. */
public enum Role {
    /** Women's support counsellor of a municipality or private shelter: requests, is with her, reports. */
    COUNSELLOR,
    /** Staff of the women's support center: reviews, convenes. */
    CENTER_STAFF,
    /** Director of the center (所長): alone decides, or the deputy in the deputy's period. */
    DIRECTOR,
    /** Officer of an invited agency. */
    PARTICIPANT,
    /** Reads and verifies the audit; sees no content. */
    AUDITOR,
    /** Agencies, accounts, operations; sees no case. */
    ADMINISTRATOR,
    /** Accounts of the own agency, outside the Center; sees no case. */
    AGENCY_ADMINISTRATOR
}
