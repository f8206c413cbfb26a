package jp.tsunagi.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import jp.tsunagi.shared.FieldProblem;
import jp.tsunagi.shared.Refusal;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Looks at the {@code Idempotency-Key} of each call that may write, so that controllers take the header as it is: absent,
 * or one key of 1 to 200 visible ASCII characters.
 */
final class IdempotencyKeys implements HandlerInterceptor {

    static final String HEADER = "Idempotency-Key";

    private static final int LONGEST = 200;
    private static final Pattern KEY = Pattern.compile("[!-~]{1," + LONGEST + "}");
    private static final Set<String> WRITING = Set.of("POST", "PUT", "PATCH", "DELETE");

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        List<String> keys = Collections.list(request.getHeaders(HEADER));
        boolean one =
                keys.isEmpty() || (keys.size() == 1 && KEY.matcher(keys.get(0)).matches());
        if (WRITING.contains(request.getMethod()) && !one) {
            throw Refusal.invalid("idempotency.key-invalid", FieldProblem.of(HEADER, "idempotency-key", LONGEST));
        }
        return true;
    }
}
