package jp.tsunagi.conference;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Deadlines in business days (domain.md E8); each office may set its own.
 *
 * @param consentCheck for the agency that is with her to answer
 * @param correction for a returned request to come back
 * @param decision for the director
 * @param convening from the decision to the notices
 * @param urgent for each of consent check, decision and convening of an urgent request
 * @param sheetBefore information sheets are due so many days before the meeting
 * @param report for the outcome report after the meeting
 * @param objection for those who took part to object to the minutes
 * @param escalateReport reminders until the director is told of a missing report
 */
@ConfigurationProperties("tsunagi.deadlines")
public record DeadlineSettings(
        @DefaultValue("2") int consentCheck,
        @DefaultValue("10") int correction,
        @DefaultValue("3") int decision,
        @DefaultValue("3") int convening,
        @DefaultValue("1") int urgent,
        @DefaultValue("2") int sheetBefore,
        @DefaultValue("5") int report,
        @DefaultValue("5") int objection,
        @DefaultValue("7") int escalateReport) {}
