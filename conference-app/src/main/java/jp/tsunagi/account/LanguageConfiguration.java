package jp.tsunagi.account;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;
import org.springframework.web.util.WebUtils;

/** Japanese, or English where the user chose it by {@code ?lang=en}; what the browser asks for makes no difference. */
@Configuration(proxyBeanMethods = false)
class LanguageConfiguration implements WebMvcConfigurer {

    @Bean
    MessageSource messageSource() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames(
                "messages",
                "problems",
                "texts/page",
                "texts/conference",
                "texts/center",
                "texts/meeting",
                "texts/plan",
                "texts/memo",
                "texts/person",
                "texts/clock",
                "texts/complaint",
                "texts/intake",
                "texts/court",
                "texts/council",
                "texts/disclosure",
                "texts/handover",
                "texts/recovery",
                "texts/retention",
                "texts/emergency",
                "texts/office",
                "texts/staff",
                "texts/lists");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setDefaultLocale(Locale.JAPANESE);
        return messages;
    }

    @Bean
    LocaleResolver localeResolver() {
        return new Choice();
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        LocaleChangeInterceptor choice = new LocaleChangeInterceptor();
        choice.setParamName("lang");
        choice.setIgnoreInvalidLocale(true);
        registry.addInterceptor(choice);
    }

    private static final class Choice implements LocaleResolver {

        private static final String COOKIE = "lang";
        private static final Duration REMEMBERED = Duration.ofDays(365);

        @Override
        public Locale resolveLocale(HttpServletRequest request) {
            if (request.getAttribute(COOKIE) instanceof Locale chosen) {
                return chosen;
            }
            Cookie cookie = WebUtils.getCookie(request, COOKIE);
            return cookie != null && cookie.getValue().equals("en") ? Locale.ENGLISH : Locale.JAPANESE;
        }

        @Override
        public void setLocale(
                HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale wanted) {
            Locale locale = wanted != null && wanted.getLanguage().equals("en") ? Locale.ENGLISH : Locale.JAPANESE;
            request.setAttribute(COOKIE, locale);
            if (response != null) {
                ResponseCookie cookie = ResponseCookie.from(COOKIE, locale.getLanguage())
                        .path("/")
                        .maxAge(REMEMBERED)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .build();
                response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
            }
        }
    }
}
