package jp.tsunagi.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/** @param largestBody of a call; whatever is larger is refused with 413 */
@ConfigurationProperties("tsunagi.web")
record WebSettings(@DefaultValue("1MB") DataSize largestBody) {

    WebSettings {
        if (largestBody.toBytes() < 1
                || largestBody.toBytes() > DataSize.ofMegabytes(100).toBytes()) {
            throw new IllegalArgumentException("tsunagi.web.largest-body lies between 1B and 100MB");
        }
    }
}
