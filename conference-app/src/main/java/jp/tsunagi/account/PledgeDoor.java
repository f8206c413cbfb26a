package jp.tsunagi.account;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/** Leads whoever has not pledged secrecy to the page on which it is done, and back from there. */
@Component
public class PledgeDoor {

    /** The page on which it is done. */
    public static final String PAGE = "/pledge";

    static final String RETURN_TO = "pledgeReturnTo";

    private final Pledges pledges;

    PledgeDoor(Pledges pledges) {
        this.pledges = pledges;
    }

    /**
     * Whether nothing may be shown before the pledge.
     *
     * @param page to go on with afterwards
     */
    public boolean closes(HttpServletRequest request, Officer officer, String page) {
        if (page.equals(PAGE) || !pledges.missing(officer)) {
            return false;
        }
        if (ScreenLock.isPage(page)) {
            request.getSession().setAttribute(RETURN_TO, page);
        }
        return true;
    }
}
