package jp.tsunagi.audit;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the audit.
 *
 * @param timeout how long a caller waits until its entry is durable, before it is refused
 * @param sealEvery entries after which the head is signed, 1 to 5,000
 * @param sealWithin how long an entry may stand unsigned while the hub runs
 * @param exportFile where signed heads are also written, outside the database; {@code audit-heads.log} in the key folder
 *     where absent. Every node has its own. Copy it to where the database's administrators cannot write.
 * @param exportDir the second place: a folder that gets one small signed file each day and at each stop, never changed
 *     afterwards. Beside the data folder, under its name with {@code -audit}, where absent; better another disk, or a
 *     share that can only be added to. A folder named here must exist: it may be a disk that is not mounted.
 */
@ConfigurationProperties("tsunagi.audit")
public record AuditSettings(
        @DefaultValue("10s") Duration timeout,
        @DefaultValue("1000") int sealEvery,
        @DefaultValue("60s") Duration sealWithin,
        @Nullable Path exportFile,
        @Nullable Path exportDir) {

    private static final int MOST_BETWEEN_SEALS = 5_000;

    public AuditSettings {
        if (sealEvery < 1 || sealEvery > MOST_BETWEEN_SEALS) {
            throw new IllegalArgumentException("tsunagi.audit.seal-every must be 1 to " + MOST_BETWEEN_SEALS);
        }
        if (timeout.isNegative() || timeout.isZero() || sealWithin.isNegative() || sealWithin.isZero()) {
            throw new IllegalArgumentException("tsunagi.audit.timeout and seal-within must be positive");
        }
    }
}
