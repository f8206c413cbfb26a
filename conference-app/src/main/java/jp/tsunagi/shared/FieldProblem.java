package jp.tsunagi.shared;

import java.util.List;

/**
 * What is wrong with one field and, through the message file, how to mend it. Never carries the value that was typed:
 * problems end up in logs and answers.
 *
 * @param field name as in the HTTP API, with a path for nested fields ({@code invitees[0].agency})
 * @param problem key of the message files below {@code field.} ({@code required}, {@code too-long}, ...)
 * @param args numbers or dates that the message needs; never anything personal
 */
public record FieldProblem(String field, String problem, List<Object> args) {

    public FieldProblem {
        args = List.copyOf(args);
    }

    public static FieldProblem of(String field, String problem, Object... args) {
        return new FieldProblem(field, problem, List.of(args));
    }
}
