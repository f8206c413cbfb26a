package jp.tsunagi.account;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.SessionManagementConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Who comes in, and by which door. What is opened nowhere here is denied. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfiguration {

    private static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
                    + "font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
    private static final String[] STATIC = {"/css/**", "/js/**", "/images/**", "/webjars/**", "/favicon.ico"};

    private final boolean demo;
    private final String sessionCookie;
    private final OfficerFilter officers;

    SecurityConfiguration(
            Environment environment,
            Accounts accounts,
            AccountSettings settings,
            SecondStep second,
            OpenSessions sessions,
            Clock clock) {
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
        this.sessionCookie = environment.getRequiredProperty("server.servlet.session.cookie.name");
        this.officers = new OfficerFilter(accounts, settings, second, sessions, clock);
    }

    /**
     * Machines: no session, no cookie, and therefore nothing that a forged form could ride on. Basic in the demo alone;
     * bearer tokens where an issuer is configured, and otherwise none is accepted.
     */
    @Bean
    @Order(1)
    SecurityFilterChain api(
            HttpSecurity http,
            ObjectProvider<JwtDecoder> decoder,
            BearerSignIn bearer,
            Pledges pledges,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver resolver) {
        ApiRefusals refusals = new ApiRefusals(resolver, demo);
        strict(http.securityMatcher("/api/**", "/actuator/**"))
                .addFilterAfter(new PledgeFilter(pledges, resolver), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(this::authorizeApi)
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .exceptionHandling(exceptions ->
                        exceptions.authenticationEntryPoint(refusals).accessDeniedHandler(refusals));
        if (demo) {
            http.httpBasic(basic -> basic.authenticationEntryPoint(refusals)
                    .authenticationDetailsSource(request -> new PasswordSignIn.ApiCaller(request.getRemoteAddr())));
        }
        decoder.ifAvailable(tokens -> http.oauth2ResourceServer(server -> server.authenticationEntryPoint(refusals)
                .accessDeniedHandler(refusals)
                .jwt(jwt -> jwt.decoder(tokens).jwtAuthenticationConverter(bearer))));
        return http.build();
    }

    /** People: a page to sign in, a session, and a token in every form. */
    @Bean
    @Order(2)
    SecurityFilterChain pages(
            HttpSecurity http,
            ObjectProvider<SignedInPages> opened,
            PageRefusals refusals,
            Doorstep doorstep,
            OidcSignIn providers) {
        String[] patterns = Stream.concat(Stream.of("/"), opened.stream().flatMap(pages -> pages.patterns().stream()))
                .toArray(String[]::new);
        strict(http)
                .authorizeHttpRequests(requests -> authorizePages(requests, patterns))
                .csrf(Customizer.withDefaults())
                // A new one, not a renamed one: on a shared PC the session of somebody else may still be there, locked.
                .sessionManagement(session ->
                        session.sessionFixation(SessionManagementConfigurer.SessionFixationConfigurer::newSession))
                .requestCache(cache -> cache.requestCache(remembered(patterns)))
                .formLogin(form -> form.loginPage("/login")
                        .usernameParameter("login")
                        .successHandler(doorstep)
                        .failureHandler(refusals)
                        .permitAll())
                .logout(logout -> logout.logoutUrl("/logout")
                        .addLogoutHandler(new HeaderWriterLogoutHandler(
                                new ClearSiteDataHeaderWriter(Directive.CACHE, Directive.STORAGE)))
                        .deleteCookies(sessionCookie)
                        .logoutSuccessUrl("/login?signed-out"))
                .exceptionHandling(exceptions ->
                        exceptions.authenticationEntryPoint(refusals).accessDeniedHandler(refusals));
        providers.open(http);
        return http.build();
    }

    private void authorizeApi(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                .permitAll()
                .requestMatchers("/actuator/health", "/actuator/health/*")
                .permitAll()
                .requestMatchers("/actuator/**")
                .hasRole(Role.ADMINISTRATOR.name())
                .requestMatchers("/api/v1/**")
                .authenticated()
                .anyRequest()
                .denyAll();
    }

    private void authorizePages(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests,
            String[] opened) {
        requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                .permitAll()
                .requestMatchers(STATIC)
                .permitAll()
                .requestMatchers(
                        "/login",
                        "/login/second-factor",
                        "/login/second-factor/*",
                        "/login/passkey",
                        "/first-run",
                        "/a",
                        "/enter/*")
                .permitAll();
        if (demo) {
            requests.requestMatchers("/v3/api-docs/**", "/v3/api-docs.yaml").permitAll();
        } else {
            requests.requestMatchers("/v3/api-docs/**", "/v3/api-docs.yaml").hasRole(Role.ADMINISTRATOR.name());
        }
        requests.requestMatchers(opened).authenticated().anyRequest().denyAll();
    }

    /** Where to go on after the sign-in: only to a page, never to what a browser asks for by itself. */
    private static HttpSessionRequestCache remembered(String... patterns) {
        PathPatternRequestMatcher.Builder path = PathPatternRequestMatcher.withDefaults();
        HttpSessionRequestCache remembered = new HttpSessionRequestCache();
        remembered.setRequestMatcher(new OrRequestMatcher(Stream.of(patterns)
                .<RequestMatcher>map(pattern -> path.matcher(HttpMethod.GET, pattern))
                .toList()));
        return remembered;
    }

    private HttpSecurity strict(HttpSecurity http) {
        return http.addFilterBefore(officers, AnonymousAuthenticationFilter.class)
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                        .permissionsPolicyHeader(
                                policy -> policy.policy("camera=(), microphone=(), geolocation=(), payment=(), usb=()"))
                        .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN)));
    }
}
