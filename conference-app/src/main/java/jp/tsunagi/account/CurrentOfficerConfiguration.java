package jp.tsunagi.account;

import java.util.List;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Hands controllers the officer who is signed in, see {@link CurrentOfficer}. */
@Configuration(proxyBeanMethods = false)
class CurrentOfficerConfiguration implements WebMvcConfigurer {

    static {
        // What is resolved from the sign-in is no parameter of a call: the API's description leaves it out.
        org.springdoc.core.utils.SpringDocUtils.getConfig().addAnnotationsToIgnore(CurrentOfficer.class);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new Resolver());
    }

    private static final class Resolver implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.hasParameterAnnotation(CurrentOfficer.class)
                    && parameter.getParameterType() == Officer.class;
        }

        @Override
        public Officer resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            if (SecurityContextHolder.getContext().getAuthentication() instanceof OfficerAuthentication signedIn) {
                return signedIn.getPrincipal();
            }
            throw Refusal.notFound();
        }
    }
}
