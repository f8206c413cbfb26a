package jp.tsunagi.emergency;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param openFor how long a case stays open to whoever opened it in an emergency; at most a day
 * @param reviewWithin by when the director says whether it was justified; then the auditor is told
 */
@ConfigurationProperties("tsunagi.emergency")
record EmergencySettings(@DefaultValue("4h") Duration openFor, @DefaultValue("24h") Duration reviewWithin) {

    private static final Duration LONGEST = Duration.ofDays(1);

    EmergencySettings {
        if (openFor.isNegative() || openFor.isZero() || openFor.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("tsunagi.emergency.open-for lies between a moment and 24h");
        }
        if (reviewWithin.isNegative() || reviewWithin.isZero() || reviewWithin.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("tsunagi.emergency.review-within lies between a moment and 24h");
        }
    }
}
