package jp.tsunagi.staff;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the coming and going of staff.
 *
 * @param linkFor how long an invitation or a reset may be used
 * @param reviewEvery after how long an account is to be looked at again
 * @param reviewAhead how long before that it is on the list
 */
@ConfigurationProperties("tsunagi.staff")
record StaffSettings(
        @DefaultValue("72h") Duration linkFor,
        @DefaultValue("365d") Duration reviewEvery,
        @DefaultValue("30d") Duration reviewAhead) {}
