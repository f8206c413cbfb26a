package jp.tsunagi.protection;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the protection.
 *
 * @param keysCachedFor how long an unwrapped data key may stay in memory; also how long another node may still read a
 *     case after its key was destroyed
 */
@ConfigurationProperties("tsunagi.protection")
public record ProtectionSettings(@DefaultValue("60s") Duration keysCachedFor) {}
