package jp.tsunagi.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jp.tsunagi.account.OfficerAuthentication;
import jp.tsunagi.web.Explanations;
import jp.tsunagi.web.Explanations.Explanation;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.DisconnectedClientHelper;

/** The page that says why there is nothing to show (S50): the same for what is not there and what is not for this person. */
@Component
class PageErrors implements HandlerExceptionResolver {

    private final Explanations explanations;
    private final PageFrame frame;

    PageErrors(Explanations explanations, PageFrame frame) {
        this.explanations = explanations;
        this.frame = frame;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception e) {
        if (response.isCommitted() || DisconnectedClientHelper.isClientDisconnectedException(e)) {
            return new ModelAndView();
        }
        Explanation why = explanations.of(e, LocaleContextHolder.getLocale());
        ModelAndView page = new ModelAndView("page/refused");
        page.addObject("why", why);
        if (request.getUserPrincipal() instanceof OfficerAuthentication signedIn) {
            page.addObject("frame", frame.of(signedIn.getPrincipal(), request));
        }
        response.setStatus(why.status());
        return page;
    }
}
