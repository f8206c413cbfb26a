package jp.tsunagi.shared;

import java.util.List;

/**
 * A refusal as a value: the rule that refused, its kind, and the fields concerned.
 *
 * @param rule stable name of the rule ({@code consent.not-valid}, {@code decision.self-approval}); its sentences stand in
 *     the message files below {@code rule.}
 * @param kind decides how the refusal is answered
 * @param fields empty unless single fields are to be mended
 */
public record Refusal(String rule, Kind kind, List<FieldProblem> fields) {

    /** How a refusal is answered. */
    public enum Kind {
        /** Cannot be read at all. */
        MALFORMED,
        /** Can be read, and a field must be mended. */
        INVALID,
        /** The caller may know of the thing, and may not do this to it. */
        FORBIDDEN,
        /** Does not exist, or does not exist for this caller: the two are never told apart. */
        NOT_FOUND,
        /** The present state, consent or another's work is in the way. */
        CONFLICT,
        /** Larger than is accepted. */
        TOO_LARGE,
        /** Was there, and consent to it is gone. */
        GONE,
        /** A part that is needed is away; nothing was done. */
        UNAVAILABLE
    }

    public Refusal {
        fields = List.copyOf(fields);
    }

    public static Refused notFound() {
        return new Refused(new Refusal("not-found", Kind.NOT_FOUND, List.of()));
    }

    public static Refused conflict(String rule) {
        return new Refused(new Refusal(rule, Kind.CONFLICT, List.of()));
    }

    public static Refused forbidden(String rule) {
        return new Refused(new Refusal(rule, Kind.FORBIDDEN, List.of()));
    }

    public static Refused invalid(String rule, List<FieldProblem> fields) {
        return new Refused(new Refusal(rule, Kind.INVALID, fields));
    }

    public static Refused invalid(String rule, FieldProblem... fields) {
        return invalid(rule, List.of(fields));
    }

    public static Refused gone(String rule) {
        return new Refused(new Refusal(rule, Kind.GONE, List.of()));
    }

    public static Refused unavailable(String rule) {
        return new Refused(new Refusal(rule, Kind.UNAVAILABLE, List.of()));
    }
}
