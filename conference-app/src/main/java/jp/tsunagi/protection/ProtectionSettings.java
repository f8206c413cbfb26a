package jp.tsunagi.protection;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the protection.
 *
 * @param keysCachedFor how long an unwrapped data key may stay in memory; also how long another node may still read a
 *     case after its key was destroyed
 * @param ledgerCopy a further file for the ledger of shredded cases, at a second place; none where null
 */
@ConfigurationProperties("tsunagi.protection")
public record ProtectionSettings(@DefaultValue("60s") Duration keysCachedFor, @Nullable Path ledgerCopy) {}
