package jp.tsunagi.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2LoginAuthenticationFilter;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Sign-in by an office's identity provider, where one is configured. Of what it answers the session keeps which account
 * that is, and nothing else: no token, no name.
 */
@Component
class OidcSignIn {

    /** Where a browser sets out to the provider. */
    private static final String SETTING_OUT = "/oauth2/authorization/";

    private final @Nullable ClientRegistrationRepository registrations;
    private final OidcAccounts accounts;
    private final Doorstep doorstep;

    OidcSignIn(ObjectProvider<ClientRegistrationRepository> registrations, OidcAccounts accounts, Doorstep doorstep) {
        this.registrations = registrations.getIfAvailable();
        this.accounts = accounts;
        this.doorstep = doorstep;
    }

    /** @param name as the operator calls the provider */
    record Provider(String path, String name) {}

    /** Those that the sign-in page offers. */
    List<Provider> providers() {
        List<Provider> providers = new ArrayList<>();
        if (registrations instanceof Iterable<?> all) {
            all.forEach(one -> {
                if (one instanceof ClientRegistration registration) {
                    providers.add(
                            new Provider(SETTING_OUT + registration.getRegistrationId(), registration.getClientName()));
                }
            });
        }
        return providers;
    }

    void open(HttpSecurity http) {
        if (registrations == null) {
            return;
        }
        http.oauth2Login(login -> login.withObjectPostProcessor(new Keeping())
                .loginPage("/login")
                .clientRegistrationRepository(registrations)
                .authorizedClientRepository(new NothingKept())
                .userInfoEndpoint(users -> users.oidcUserService(accounts).userService(request -> {
                    // Without an ID token nobody vouches for anything.
                    throw new OAuth2AuthenticationException(new OAuth2Error("account.unknown"));
                }))
                .successHandler((request, response, authentication) ->
                        doorstep.onAuthenticationSuccess(request, response, kept(authentication)))
                .failureHandler((request, response, cause) ->
                        response.sendRedirect(request.getContextPath() + "/login?provider")));
    }

    private static Authentication kept(Authentication authentication) {
        return authentication.getPrincipal() instanceof OidcAccounts.Known known ? known.signedIn() : authentication;
    }

    /** The configurer's own setting would be overwritten by the one of the whole chain. */
    private static final class Keeping implements ObjectPostProcessor<OAuth2LoginAuthenticationFilter> {

        @Override
        public <O extends OAuth2LoginAuthenticationFilter> O postProcess(O filter) {
            filter.setSecurityContextRepository(new AccountAlone());
            return filter;
        }
    }

    /** Keeps which account it is, as after a password. */
    private static final class AccountAlone extends HttpSessionSecurityContextRepository {

        @Override
        public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
            Authentication authentication = context.getAuthentication();
            super.saveContext(
                    authentication == null ? context : new SecurityContextImpl(kept(authentication)),
                    request,
                    response);
        }
    }

    /** The provider is asked for nothing later: its tokens are dropped. */
    private static final class NothingKept implements OAuth2AuthorizedClientRepository {

        @Override
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String registration, Authentication principal, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {
            // Dropped.
        }

        @Override
        public void removeAuthorizedClient(
                String registration,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {
            // There is none.
        }
    }
}
