package jp.tsunagi.memo;

import jp.tsunagi.web.LargerBody;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AttachmentSettings.class)
class MemoConfiguration {

    /** Before the security filters, which Spring Boot puts at -100. */
    private static final int BEFORE_SECURITY = -101;

    @Bean
    FilterRegistrationBean<UploadFilter> uploadFilter() {
        FilterRegistrationBean<UploadFilter> filter = new FilterRegistrationBean<>(new UploadFilter());
        filter.addUrlPatterns("/c/*");
        filter.setOrder(BEFORE_SECURITY);
        return filter;
    }

    /** A little more than is taken, so that what is too large is answered in the words of files. */
    @Bean
    LargerBody memoFiles() {
        return LargerBody.of("POST", "/api/v1/conferences/*/memo-files", DataSize.ofMegabytes(16));
    }

    @Bean
    AttachmentScanner attachmentScanner(AttachmentSettings settings) {
        if (settings.scanner().isEmpty()) {
            return new NoScanner();
        }
        int colon = settings.scanner().lastIndexOf(':');
        return new ClamdScanner(
                settings.scanner().substring(0, colon),
                Integer.parseInt(settings.scanner().substring(colon + 1)),
                settings.scannerTimeout());
    }
}
