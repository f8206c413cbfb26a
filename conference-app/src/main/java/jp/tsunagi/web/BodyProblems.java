package jp.tsunagi.web;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.tsunagi.shared.FieldProblem;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says why a JSON body could not be read: where, and what belongs there; never what stood there. */
final class BodyProblems {

    private static final String WHOLE = "body";
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,39}");
    private static final int NEAR = 2;

    private BodyProblems() {}

    static Answer of(JacksonException e) {
        if (e instanceof StreamConstraintsException) {
            return Answer.of(400, "body.beyond-limits");
        }
        if (e instanceof InputCoercionException number) {
            return wrongType(expected(number, number.getTargetType()));
        }
        if (e instanceof StreamReadException) {
            boolean twice = says(e, "Duplicate Object property");
            return twice ? Answer.of(400, "body.duplicate-field", twice(e)) : notJson(e);
        }
        if (e instanceof UnrecognizedPropertyException unknown) {
            return Answer.of(400, "body.unknown-field", unknown(unknown));
        }
        if (e instanceof StrictJson.NotReadable known) {
            return wrongType(known.why().in(path(e)));
        }
        if (e instanceof MismatchedInputException mismatched) {
            if (says(e, "Trailing token")) {
                return notJson(e);
            }
            if (says(e, "No content to map")) {
                return Answer.of(400, "body.missing");
            }
            return wrongType(
                    mismatched.getCurrentToken() == JsonToken.VALUE_NULL || says(e, "Cannot map `null`")
                            ? FieldProblem.of(path(e), "required")
                            : expected(e, mismatched.getTargetType()));
        }
        return e instanceof DatabindException ? wrongType(FieldProblem.of(path(e), "malformed")) : notJson(e);
    }

    /** What a value of this type looks like. */
    static FieldProblem expected(String field, @Nullable Class<?> type) {
        if (type == null) {
            return FieldProblem.of(field, "malformed");
        }
        Class<?> enumType = type.isEnum() || type.getSuperclass() == null ? type : type.getSuperclass();
        if (enumType.isEnum()) {
            return FieldProblem.of(field, "one-of", choices(enumType));
        }
        if (type == boolean.class || type == Boolean.class) {
            return FieldProblem.of(field, "kind-boolean");
        }
        if (type == double.class || type == float.class || Number.class.isAssignableFrom(type)) {
            return FieldProblem.of(field, "kind-number");
        }
        if (type.isPrimitive()) {
            return FieldProblem.of(field, "kind-number");
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return FieldProblem.of(field, "kind-text");
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return FieldProblem.of(field, "kind-list");
        }
        return FieldProblem.of(field, "kind-object");
    }

    private static FieldProblem expected(JacksonException e, @Nullable Class<?> type) {
        return expected(path(e), type);
    }

    private static Answer wrongType(FieldProblem problem) {
        return Answer.of(400, "body.wrong-type", problem);
    }

    private static Answer notJson(JacksonException e) {
        TokenStreamLocation where = e.getLocation();
        int line = where == null ? 1 : Math.max(where.getLineNr(), 1);
        int column = where == null ? 1 : Math.max(where.getColumnNr(), 1);
        return Answer.of(400, "body.not-json").with(line, column);
    }

    private static FieldProblem unknown(UnrecognizedPropertyException e) {
        String path = path(e);
        return similar(e)
                .map(name -> FieldProblem.of(path, "unknown-field-similar", name))
                .orElseGet(() -> FieldProblem.of(path, "unknown-field"));
    }

    private static FieldProblem twice(JacksonException e) {
        return FieldProblem.of(path(e), "twice");
    }

    private static Optional<String> similar(UnrecognizedPropertyException e) {
        String typed = e.getPropertyName();
        Collection<Object> known = e.getKnownPropertyIds();
        if (typed == null || known == null || !PLAIN_NAME.matcher(typed).matches()) {
            return Optional.empty();
        }
        return known.stream()
                .map(Objects::toString)
                .filter(name -> near(typed, name))
                .findFirst();
    }

    /** The same but for case, or at most two letters apart. */
    private static boolean near(String typed, String name) {
        String one = typed.toLowerCase(Locale.ROOT);
        String other = name.toLowerCase(Locale.ROOT);
        int[] row = new int[other.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int above = row[j];
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[other.length()] <= NEAR && row[other.length()] < other.length();
    }

    private static String choices(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .collect(Collectors.joining(", "));
    }

    /** {@code preferredSlots[0].date}; cut off before a name that could be more than a name. */
    private static String path(JacksonException e) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : e.getPath()) {
            String name = step.getPropertyName();
            if (name == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else if (PLAIN_NAME.matcher(name).matches()) {
                path.append(path.isEmpty() ? "" : ".").append(name);
            } else {
                break;
            }
        }
        return path.isEmpty() ? WHOLE : path.toString();
    }

    private static boolean says(JacksonException e, String beginning) {
        String message = e.getOriginalMessage();
        return message != null && message.startsWith(beginning);
    }
}
