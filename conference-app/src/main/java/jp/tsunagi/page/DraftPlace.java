package jp.tsunagi.page;

import java.util.Optional;
import jp.tsunagi.account.Officer;

/** A module whose forms may be kept as drafts says so by a bean of this type. */
public interface DraftPlace {

    /**
     * Whose data key seals the draft of this form: a case id.
     *
     * @param form path of the form's page
     * @return empty where the path is none of this module's forms
     * @throws jp.tsunagi.shared.Refused {@code not-found} where what the form is about does not exist for the officer
     */
    Optional<String> keyOwner(String form, Officer officer);
}
