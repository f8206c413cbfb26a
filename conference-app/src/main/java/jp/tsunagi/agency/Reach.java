package jp.tsunagi.agency;

/** How an agency can be reached. */
public enum Reach {
    /** Signs in, or runs a gateway. */
    ONLINE,
    /** Has telephone and fax only: the Center's staff act on its behalf and record the source. */
    PHONE_FAX
}
