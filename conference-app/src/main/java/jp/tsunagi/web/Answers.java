package jp.tsunagi.web;

import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoOperationTimeoutException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import jakarta.jms.JMSException;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.shared.FieldProblem;
import jp.tsunagi.shared.Refusal;
import jp.tsunagi.shared.Refused;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.jms.JmsException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;

/** Which answer an exception gets. What is not known here is our fault: 500, with a number to quote. */
final class Answers {

    private static final List<Class<? extends Exception>> AWAY = List.of(
            MongoTimeoutException.class,
            MongoSocketException.class,
            MongoOperationTimeoutException.class,
            MongoConnectionPoolClearedException.class,
            MongoNotPrimaryException.class,
            MongoNodeIsRecoveringException.class,
            JmsException.class,
            JMSException.class);

    private final Incidents incidents;

    Answers(Incidents incidents) {
        this.incidents = incidents;
    }

    Answer to(Exception e) {
        Optional<Answer> refusal = Causes.first(e, Refused.class).map(refused -> Answer.of(refused.refusal()));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (Causes.has(e, BodyTooLarge.class)) {
            return toStatus(413);
        }
        if (AWAY.stream().anyMatch(type -> Causes.has(e, type))) {
            incidents.away(e);
            return Answer.of(Refusal.unavailable("hub.unavailable").refusal());
        }
        return toRequest(e).orElseGet(() -> Answer.of(500, "hub.failed").with(incidents.noted(e)));
    }

    private static Optional<Answer> toRequest(Exception e) {
        if (e instanceof HttpMessageNotReadableException unreadable) {
            return Optional.of(toBody(unreadable));
        }
        if (e instanceof MethodArgumentTypeMismatchException mismatch) {
            return Optional.of(toArgument(mismatch));
        }
        if (e instanceof MissingServletRequestParameterException missing) {
            return Optional.of(
                    Answer.of(400, "query.missing", FieldProblem.of(missing.getParameterName(), "required")));
        }
        if (e instanceof MissingRequestHeaderException missing) {
            return Optional.of(Answer.of(400, "query.missing", FieldProblem.of(missing.getHeaderName(), "required")));
        }
        if (e instanceof HttpRequestMethodNotSupportedException method) {
            String[] allowed = method.getSupportedMethods();
            Answer answer = toStatus(405);
            return Optional.of(allowed == null ? answer : answer.header(HttpHeaders.ALLOW, String.join(", ", allowed)));
        }
        if (e instanceof HttpMediaTypeNotSupportedException) {
            return Optional.of(toStatus(415).header(HttpHeaders.ACCEPT, "application/json"));
        }
        if (e instanceof HttpMediaTypeNotAcceptableException) {
            return Optional.of(toStatus(406));
        }
        if (e instanceof AuthenticationException) {
            return Optional.of(toStatus(401));
        }
        if (e instanceof AccessDeniedException) {
            return Optional.of(toStatus(404));
        }
        if (ValidationProblems.concerns(e)) {
            return Optional.of(ValidationProblems.of(e));
        }
        boolean theirs =
                e instanceof ErrorResponse known && !known.getStatusCode().is5xxServerError();
        return theirs ? Optional.of(toStatus(((ErrorResponse) e).getStatusCode().value())) : Optional.empty();
    }

    /** For a status that was set without saying why. */
    static Answer toStatus(int status) {
        return switch (status) {
            case 401 -> Answer.of(401, "sign-in.required");
            case 403 -> Answer.of(403, "request.refused");
            case 404 -> Answer.of(Refusal.notFound().refusal());
            case 405 -> Answer.of(405, "request.method");
            case 406 -> Answer.of(406, "request.not-acceptable");
            case 413 -> Answer.of(413, "body.too-large");
            case 415 -> Answer.of(415, "body.media-type");
            case 503 -> Answer.of(Refusal.unavailable("hub.unavailable").refusal());
            default -> status < 500 ? Answer.of(status, "request.malformed") : Answer.of(status, "hub.error");
        };
    }

    private static Answer toBody(HttpMessageNotReadableException e) {
        return Causes.first(e, JacksonException.class)
                .map(BodyProblems::of)
                .orElseGet(() ->
                        e.getCause() == null ? Answer.of(400, "body.missing") : Answer.of(400, "request.malformed"));
    }

    /** An id that could not be one does not exist; any other parameter can be mended. */
    private static Answer toArgument(MethodArgumentTypeMismatchException e) {
        MethodParameter parameter = e.getParameter();
        if (parameter.hasParameterAnnotation(PathVariable.class)) {
            return toStatus(404);
        }
        FieldProblem problem = Causes.first(e, Unreadable.class)
                .map(unreadable -> unreadable.in(e.getName()))
                .orElseGet(() -> BodyProblems.expected(e.getName(), e.getRequiredType()));
        return Answer.of(400, "query.wrong-type", problem);
    }
}
