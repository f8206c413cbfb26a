package jp.tsunagi.conference;

import java.util.Optional;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.command.Command;

/** A module that knows why a case could be closed says so by a bean of this type. */
public interface ClosingProposal {

    /** Empty where it knows of no reason, or of none for this officer. */
    Optional<Proposed> of(CaseId caseId, Command command);

    /**
     * What the form of the closing begins with; whoever closes may write something else.
     *
     * @param noWatchOver why nobody from here looks after her any more
     */
    record Proposed(String reason, String noWatchOver) {}
}
