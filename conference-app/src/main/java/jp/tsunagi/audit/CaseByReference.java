package jp.tsunagi.audit;

import java.util.Optional;

/** Knows whose case a reference is; without it auditors would have to know the ids that no paper bears. */
@FunctionalInterface
public interface CaseByReference {

    /** Id of the case that a conference with this reference is about, however the reference was typed. */
    Optional<String> caseOf(String reference);
}
