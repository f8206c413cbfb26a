package jp.tsunagi.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import jp.tsunagi.account.OfficerAuthentication;
import jp.tsunagi.account.TogetherMode;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets nothing but her own page be seen while she sits there, and keeps what is sent off elsewhere then. */
@Component
class TogetherGate implements HandlerInterceptor {

    private final TogetherMode together;
    private final LockGate keeping;

    TogetherGate(TogetherMode together, LockGate keeping) {
        this.together = together;
        this.keeping = keeping;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        FormPost form = new FormPost(request, response);
        String page = LockGate.page(form);
        if (!(request.getUserPrincipal() instanceof OfficerAuthentication signedIn)
                || !together.closes(request, page)) {
            return true;
        }
        if (request.getMethod().equals("POST")) {
            keeping.keep(form, page, signedIn.getPrincipal());
        }
        LockGate.lead(request, response, "/together");
        return false;
    }
}
