package jp.tsunagi.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import jp.tsunagi.account.OfficerAuthentication;
import jp.tsunagi.account.PledgeDoor;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets nothing be seen before the secrecy pledge; where its text changed meanwhile, keeps what is sent off then. */
@Component
class PledgeGate implements HandlerInterceptor {

    private final PledgeDoor door;
    private final LockGate keeping;

    PledgeGate(PledgeDoor door, LockGate keeping) {
        this.door = door;
        this.keeping = keeping;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        FormPost form = new FormPost(request, response);
        String page = LockGate.page(form);
        if (!(request.getUserPrincipal() instanceof OfficerAuthentication signedIn)
                || !door.closes(request, signedIn.getPrincipal(), page)) {
            return true;
        }
        if (request.getMethod().equals("POST")) {
            keeping.keep(form, page, signedIn.getPrincipal());
        }
        LockGate.lead(request, response, PledgeDoor.PAGE);
        return false;
    }
}
