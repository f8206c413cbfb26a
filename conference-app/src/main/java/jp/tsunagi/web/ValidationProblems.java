package jp.tsunagi.web;

import java.util.List;
import java.util.stream.Stream;
import jp.tsunagi.shared.FieldProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.util.ClassUtils;
import org.springframework.validation.BindException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

/** What Bean Validation and the binding of parameters and forms find, in the terms of {@link FieldProblem}. */
public final class ValidationProblems {

    private static final String RULE = "request.invalid";

    private ValidationProblems() {}

    static boolean concerns(Exception e) {
        return e instanceof BindingResult || e instanceof HandlerMethodValidationException;
    }

    static Answer of(Exception e) {
        return Answer.of(422, RULE, fields(e).toArray(FieldProblem[]::new));
    }

    /** What a form could not be read as, field by field. */
    public static List<FieldProblem> fields(BindingResult bound) {
        return bound.getFieldErrors().stream().map(ValidationProblems::of).toList();
    }

    private static List<FieldProblem> fields(Exception e) {
        if (e instanceof BindException bound) {
            return fields(bound.getBindingResult());
        }
        return e instanceof HandlerMethodValidationException arguments
                ? arguments.getParameterValidationResults().stream()
                        .flatMap(result -> result.getResolvableErrors().stream()
                                .map(error -> error instanceof FieldError field
                                        ? of(field)
                                        : problem(
                                                String.valueOf(result.getMethodParameter()
                                                        .getParameterName()),
                                                error)))
                        .toList()
                : List.of();
    }

    private static FieldProblem of(FieldError error) {
        if (error.contains(TypeMismatchException.class)) {
            TypeMismatchException mismatch = error.unwrap(TypeMismatchException.class);
            return Causes.first(mismatch, Unreadable.class)
                    .map(unreadable -> unreadable.in(error.getField()))
                    .orElseGet(() -> kind(error.getField(), mismatch.getRequiredType()));
        }
        return problem(error.getField(), error);
    }

    private static FieldProblem kind(String field, @Nullable Class<?> type) {
        boolean number = type != null && Number.class.isAssignableFrom(ClassUtils.resolvePrimitiveIfNecessary(type));
        return number ? FieldProblem.of(field, "digits") : FieldProblem.of(field, "choice");
    }

    private static FieldProblem problem(String field, MessageSourceResolvable error) {
        String[] codes = error.getCodes();
        boolean required = codes != null
                && Stream.of(codes)
                        .anyMatch(code -> code.equals("NotNull") || code.equals("NotBlank") || code.equals("NotEmpty"));
        return required ? FieldProblem.of(field, "required") : FieldProblem.of(field, "malformed");
    }
}
