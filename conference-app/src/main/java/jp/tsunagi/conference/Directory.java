package jp.tsunagi.conference;

import jp.tsunagi.account.AccountId;
import jp.tsunagi.agency.AgencyCode;
import org.jspecify.annotations.Nullable;

/** What the rules need to know of agencies and officers. */
public interface Directory {

    /** Whether this is the code of an agency that takes part today; anything may be asked. */
    boolean isActive(String code);

    /** The women's support center. */
    AgencyCode center();

    /** Whether the agency only has telephone and fax, so that Center staff may act for it. */
    boolean reachedByPhoneOnly(AgencyCode agency);

    /** Whether another active officer of the agency could answer for it. */
    boolean hasAnotherOfficer(AgencyCode agency, AccountId than);

    /** The name as printed; the code itself where it is in no directory. */
    String nameOf(String code);

    /** The same where there is a code. */
    default @Nullable String nameOrNothing(@Nullable String code) {
        return code == null ? null : nameOf(code);
    }

    /** Whether characters of the text have no glyph in the fonts of the papers; the first of them, or empty. */
    String firstUnprintable(String text);
}
