package jp.tsunagi.clock;

import java.time.Period;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long before a day the lead agency is reminded of it (domain.md E8); each office may set its own. Written as
 * {@code 60d}, {@code 1m} or {@code 0d} for the day itself.
 */
@ConfigurationProperties("tsunagi.deadlines.reminders")
public record ReminderSettings(
        @DefaultValue({"60d", "30d", "7d"}) List<Period> protectionOrder,
        @DefaultValue("1m") List<Period> residentRegisterProtection,
        @DefaultValue({"7d", "1d"}) List<Period> temporaryProtection,
        @DefaultValue({"14d", "3d", "0d"}) List<Period> consent,
        @DefaultValue({"14d", "0d"}) List<Period> planReview,
        @DefaultValue({"14d", "1d"}) List<Period> other) {

    List<Period> of(Procedure procedure) {
        return switch (procedure) {
            case PROTECTION_ORDER, CALLS_ORDER, CHILD_ORDER, CHILD_CALLS_ORDER, RELATIVES_ORDER, EVICTION_ORDER ->
                protectionOrder;
            case RESIDENT_REGISTER_PROTECTION -> residentRegisterProtection;
            case TEMPORARY_PROTECTION -> temporaryProtection;
            case OTHER -> other;
            case CONSENT -> consent;
            case PLAN_REVIEW -> planReview;
        };
    }
}
