package jp.tsunagi.handover;

import java.time.LocalDate;
import java.util.List;
import jp.tsunagi.casefile.ConsentMethod;
import org.jspecify.annotations.Nullable;

/**
 * An offer as it is typed.
 *
 * @param receiver code of the agency of the directory
 * @param elsewhereName of an agency that is in no directory
 * @param elsewhereWindow its public window
 * @param agreedOn when she was shown what goes along, and agreed
 * @param method how
 * @param explainedBy who explained it to her
 * @param refusalExplained that she was told that support does not change where she says no
 * @param locationNeed what the agency elsewhere needs the address for, where she lets it have it
 * @param measures ids of measures of the plan in force
 */
record HandOverForm(
        @Nullable Where where,
        @Nullable String receiver,
        @Nullable String elsewhereName,
        @Nullable String elsewhereWindow,
        @Nullable LocalDate agreedOn,
        @Nullable ConsentMethod method,
        @Nullable String explainedBy,
        @Nullable Boolean refusalExplained,
        @Nullable String locationNeed,
        @Nullable List<Part> parts,
        @Nullable List<String> measures,
        @Nullable String remarks) {

    /** Whom it is offered to. */
    enum Where {
        /** An agency of the directory. */
        DIRECTORY,
        /** An agency that does not take part in the hub. */
        ELSEWHERE
    }

    /** What the agency elsewhere said. */
    enum Said {
        ACCEPTED,
        REFUSED
    }

    /** How it said it. */
    enum Means {
        ORAL,
        PHONE,
        WRITTEN
    }

    /**
     * @param section that takes it, of the receiving agency; empty where it has none
     * @param pledge of secrecy, and that there is no relation to the other party
     */
    record Acceptance(@Nullable String section, @Nullable Boolean pledge) {}

    record Declining(@Nullable String reason) {}

    record TakingBack(@Nullable String reason) {}

    /** @param answeredBy who said it there */
    record ElsewhereAnswer(
            @Nullable Said said,
            @Nullable LocalDate answeredOn,
            @Nullable String answeredBy,
            @Nullable Means answeredHow,
            @Nullable String reason) {}
}
