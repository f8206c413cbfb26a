package jp.tsunagi.web;

import java.util.List;
import jp.tsunagi.shared.FieldProblem;

/** A text is not what its field asks for. Carries what to mend, never the text. */
final class Unreadable extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String problem;
    private final transient List<Object> args;

    private Unreadable(String problem, List<Object> args) {
        super(problem);
        this.problem = problem;
        this.args = args;
    }

    static Unreadable because(String problem, Object... args) {
        return new Unreadable(problem, List.of(args));
    }

    FieldProblem in(String field) {
        return new FieldProblem(field, problem, args);
    }
}
