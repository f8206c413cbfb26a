package jp.tsunagi.web;

import java.util.List;
import java.util.Map;
import jp.tsunagi.shared.FieldProblem;
import jp.tsunagi.shared.Refusal;

/**
 * What a call is refused with, before it is put into words.
 *
 * @param args of the rule's sentence; never anything typed
 * @param headers that go with the status
 */
record Answer(int status, String rule, List<FieldProblem> fields, List<Object> args, Map<String, String> headers) {

    private static final String SECONDS_UNTIL_ANOTHER_TRY = "10";

    static Answer of(Refusal refusal) {
        int status = status(refusal.kind());
        Map<String, String> headers = status == 503 ? Map.of("Retry-After", SECONDS_UNTIL_ANOTHER_TRY) : Map.of();
        return new Answer(status, refusal.rule(), refusal.fields(), List.of(), headers);
    }

    static Answer of(int status, String rule, FieldProblem... fields) {
        return new Answer(status, rule, List.of(fields), List.of(), Map.of());
    }

    Answer with(Object... more) {
        return new Answer(status, rule, fields, List.of(more), headers);
    }

    Answer header(String name, String value) {
        return new Answer(status, rule, fields, args, Map.of(name, value));
    }

    private static int status(Refusal.Kind kind) {
        return switch (kind) {
            case MALFORMED -> 400;
            case INVALID -> 422;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case TOO_LARGE -> 413;
            case GONE -> 410;
            case UNAVAILABLE -> 503;
        };
    }
}
