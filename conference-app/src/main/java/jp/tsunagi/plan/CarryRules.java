package jp.tsunagi.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jp.tsunagi.shared.FieldProblem;
import jp.tsunagi.wording.TellingWords;
import org.springframework.stereotype.Component;

/** What she decides herself in a plan must be possible: the words of the paper she carries, and the parts she withholds. */
@Component
class CarryRules {

    private final SafeWordList words;

    CarryRules(SafeWordList words) {
        this.words = words;
    }

    List<FieldProblem> of(PlanContent content) {
        List<FieldProblem> problems = new ArrayList<>();
        if (content.measures().stream().anyMatch(measure -> measure.carryWords() != null)) {
            TellingWords safe = words.now();
            for (int i = 0; i < content.measures().size(); i++) {
                String field = "measures[" + i + "].carryWords";
                Optional.ofNullable(content.measures().get(i).carryWords())
                        .flatMap(safe::telling)
                        .ifPresent(word -> problems.add(FieldProblem.of(field, "telling-word", word)));
            }
        }
        List<String> parts = content.withheldParts();
        for (int i = 0; i < parts.size(); i++) {
            if (!Withholding.PARTS.contains(Objects.requireNonNull(parts.get(i)))) {
                problems.add(FieldProblem.of("withheldParts[" + i + "]", "choice"));
            }
        }
        return problems;
    }
}
