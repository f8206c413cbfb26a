package jp.tsunagi.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import jp.tsunagi.shared.Refusal;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Answers no call of somebody who has not pledged secrecy yet, but the one by which it is done. */
final class PledgeFilter extends OncePerRequestFilter {

    static final String PLEDGE = "/api/v1/me/pledge";

    private final Pledges pledges;
    private final HandlerExceptionResolver resolver;

    PledgeFilter(Pledges pledges, HandlerExceptionResolver resolver) {
        this.pledges = pledges;
        this.resolver = resolver;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean missing =
                SecurityContextHolder.getContext().getAuthentication() instanceof OfficerAuthentication signedIn
                        && pledges.missing(signedIn.getPrincipal());
        if (!missing || request.getServletPath().equals(PLEDGE)) {
            chain.doFilter(request, response);
        } else if (resolver.resolveException(request, response, null, Refusal.forbidden("account.pledge-missing"))
                        == null
                && !response.isCommitted()) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        }
    }
}
