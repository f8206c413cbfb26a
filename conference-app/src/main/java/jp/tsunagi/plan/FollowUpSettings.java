package jp.tsunagi.plan;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When somebody is told that a measure of a plan is late (domain.md E8); each office may set its own.
 *
 * @param agency business days after the day awaited, until the agency that does it is reminded
 * @param lead business days after it, until the lead agency is told
 * @param director days after it, until the director is told, on a business day
 */
@ConfigurationProperties("tsunagi.follow-up")
public record FollowUpSettings(
        @DefaultValue("1") int agency, @DefaultValue("3") int lead, @DefaultValue("7") int director) {}
