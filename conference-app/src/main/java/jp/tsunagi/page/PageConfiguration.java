package jp.tsunagi.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import jp.tsunagi.account.SignedInPages;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.MethodParameter;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
class PageConfiguration implements WebMvcConfigurer {

    private static final String[] NEVER_CLOSED = {
        "/api/**",
        "/actuator/**",
        "/v3/**",
        "/css/**",
        "/js/**",
        "/images/**",
        "/webjars/**",
        "/favicon.ico",
        "/error",
        "/login",
        "/first-run",
        "/lock",
        "/lock/now",
        "/a"
    };

    private final LockGate gate;
    private final PledgeGate pledge;
    private final TogetherGate together;
    private final PageErrors errors;

    PageConfiguration(
            @Lazy LockGate gate, @Lazy PledgeGate pledge, @Lazy TogetherGate together, @Lazy PageErrors errors) {
        this.gate = gate;
        this.pledge = pledge;
        this.together = together;
        this.errors = errors;
    }

    @Bean
    SignedInPages commonPages() {
        return SignedInPages.of("/drafts/**", "/lock", "/lock/now", "/screen", "/together");
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new FormPosts());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(gate).excludePathPatterns(NEVER_CLOSED);
        registry.addInterceptor(pledge).excludePathPatterns(NEVER_CLOSED);
        registry.addInterceptor(together)
                .excludePathPatterns(NEVER_CLOSED)
                .excludePathPatterns("/together", "/screen", "/logout");
    }

    @Override
    public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
        resolvers.add(errors);
    }

    private static final class FormPosts implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == FormPost.class;
        }

        @Override
        public FormPost resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            return new FormPost(
                    Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)),
                    Objects.requireNonNull(request.getNativeResponse(HttpServletResponse.class)));
        }
    }
}
