package jp.tsunagi.conference;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.command.Command;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import org.jspecify.annotations.Nullable;

/**
 * What is left of the support that a case's conferences led to. Implemented by the module that keeps the plans, which builds
 * on this one.
 */
public interface SupportLeft {

    /** Empty where no plan of the case is in force. */
    Optional<Left> of(CaseId caseId, Command command);

    /**
     * The measures that have not ended, as the policy shows them to the officer, entered into the audit as a reading of the
     * plan; none where no plan is in force. For other eyes than the officer's only by the policy.
     */
    List<Item> seen(CaseId caseId, Command command);

    /**
     * What is left at this moment.
     *
     * @param version of the plan in force
     * @param areas what they are for, without those that she wants withheld; nothing that tells more
     * @param mustDoOpen how many that must be done before the support ends have not ended, whoever asks
     * @param states of all measures, whoever asks; for keeping, not for showing
     */
    record Left(int version, List<String> areas, int mustDoOpen, List<State> states) {

        public Left {
            areas = List.copyOf(areas);
            states = List.copyOf(states);
        }
    }

    /** A measure that has not ended. */
    record Item(
            @Classified(FieldClass.OUTCOME) @Nullable String agency,
            @Classified(value = FieldClass.OUTCOME, freeText = true) @Nullable String what,
            @Classified(FieldClass.OUTCOME) @Nullable LocalDate due,
            @Classified(FieldClass.OUTCOME) @Nullable String progress,
            @Classified(FieldClass.OUTCOME) boolean mustDo) {}

    /** How far a measure had come. */
    record State(@Classified(FieldClass.OFFICE) String measure, @Classified(FieldClass.OFFICE) String progress) {}
}
