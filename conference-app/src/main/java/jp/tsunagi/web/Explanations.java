package jp.tsunagi.web;

import java.util.List;
import java.util.Locale;
import jp.tsunagi.shared.FieldProblem;

/** Puts a failure into the words of a page: the same as a call of the API is answered with. */
public final class Explanations {

    private final Answers answers;
    private final ProblemTexts texts;

    Explanations(Answers answers, ProblemTexts texts) {
        this.answers = answers;
        this.texts = texts;
    }

    /**
     * What a page says.
     *
     * @param status of HTTP
     * @param rule stable name of what refused
     * @param text what happened and what to do
     * @param fields what to mend, in the order of the form
     */
    public record Explanation(int status, String rule, String text, List<Field> fields) {

        public Explanation {
            fields = List.copyOf(fields);
        }
    }

    /** A field that is to be mended, and how. */
    public record Field(String name, String text) {}

    /** Explains whatever went wrong; a fault of ours is entered into the log under the number that the text gives. */
    public Explanation of(Exception e, Locale locale) {
        Answer answer = answers.to(e);
        return new Explanation(
                answer.status(),
                answer.rule(),
                texts.rule(answer.rule(), locale, answer.args().toArray()),
                fields(answer.rule(), answer.fields(), locale));
    }

    /** The words for problems of fields, the first one of each. */
    public List<Field> fields(String rule, List<FieldProblem> problems, Locale locale) {
        return texts.fields(rule, problems, locale).entrySet().stream()
                .map(field -> new Field(field.getKey(), field.getValue()))
                .toList();
    }
}
