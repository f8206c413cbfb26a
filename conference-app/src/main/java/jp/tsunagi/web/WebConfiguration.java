package jp.tsunagi.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;
import org.springframework.core.Ordered;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Puts what this module offers around every call. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebSettings.class)
class WebConfiguration implements WebMvcConfigurer {

    private static final int OUTERMOST = Ordered.HIGHEST_PRECEDENCE + 10;

    private final ProblemTexts texts = new ProblemTexts();
    private final ProblemWriter writer = new ProblemWriter(texts);
    private final Answers answers = new Answers(new Incidents());

    @Bean
    ProblemTexts problemTexts() {
        return texts;
    }

    @Bean
    Explanations explanations() {
        return new Explanations(answers, texts);
    }

    /** Takes the place of Boot's builder, which cannot be given bounds afterwards. */
    @Bean
    @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
    JsonMapper.Builder jsonMapperBuilder(List<JsonMapperBuilderCustomizer> customizers) {
        JsonMapper.Builder builder = StrictJson.bounded();
        customizers.forEach(customizer -> customizer.customize(builder));
        return builder;
    }

    @Bean
    JsonMapperBuilderCustomizer strictJson() {
        return new StrictJson();
    }

    @Bean
    FilterRegistrationBean<ApiErrorFilter> apiErrorFilter() {
        FilterRegistrationBean<ApiErrorFilter> filter =
                new FilterRegistrationBean<>(new ApiErrorFilter(answers, writer));
        filter.addUrlPatterns(ApiPaths.SERVLET_PATTERN);
        filter.setOrder(OUTERMOST);
        return filter;
    }

    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimitFilter(WebSettings settings, ObjectProvider<LargerBody> larger) {
        FilterRegistrationBean<BodyLimitFilter> filter = new FilterRegistrationBean<>(new BodyLimitFilter(
                settings.largestBody(), larger.orderedStream().toList()));
        filter.addUrlPatterns(ApiPaths.SERVLET_PATTERN);
        filter.setOrder(OUTERMOST + 1);
        return filter;
    }

    @Override
    public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
        resolvers.add(0, new ProblemHandler(answers, writer));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new IdempotencyKeys()).addPathPatterns(ApiPaths.ALL);
    }

    /** Parameters and form fields are read as the fields of a body are; a blank one is absent. */
    @Override
    public void addFormatters(FormatterRegistry registry) {
        read(registry, LocalDate.class, TimeTexts::date);
        read(registry, LocalDateTime.class, TimeTexts::dateTime);
        read(registry, LocalTime.class, TimeTexts::time);
    }

    private static <T> void read(FormatterRegistry registry, Class<T> type, Function<String, T> reading) {
        registry.addFormatterForFieldType(
                type, (value, locale) -> value.toString(), (text, locale) -> reading.apply(text));
    }
}
