package jp.tsunagi.audit;

import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import jp.tsunagi.protection.KeyRing;
import jp.tsunagi.store.Folders;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    @Bean
    Chain auditChain(MongoDatabase database) {
        Chain chain = new Chain(database);
        chain.declareIndexes();
        return chain;
    }

    @Bean
    Seals auditSeals(MongoDatabase database, KeyRing keys, Folders folders, AuditSettings settings) {
        return new Seals(database, keys, exportFile(folders, settings));
    }

    @Bean
    DailyRoots auditRoots(Folders folders, AuditSettings settings, Clock clock) {
        return roots(folders, settings, clock);
    }

    static DailyRoots roots(Folders folders, AuditSettings settings, Clock clock) {
        Path named = settings.exportDir();
        Path data = folders.dataDir();
        return named == null
                ? new DailyRoots(data.resolveSibling(data.getFileName() + "-audit"), true, clock)
                : new DailyRoots(named, false, clock);
    }

    static Path exportFile(Folders folders, AuditSettings settings) {
        return Objects.requireNonNullElse(
                settings.exportFile(), folders.keyDir().resolve("audit-heads.log"));
    }

    @Bean
    ChainedAuditTrail auditTrail(Chain chain, Seals seals, DailyRoots roots, Clock clock, AuditSettings settings) {
        return ChainedAuditTrail.start(chain, seals, roots, clock, settings);
    }

    @Bean
    AuditVerifier auditVerifier(Chain chain, Seals seals, DailyRoots roots) {
        return new AuditVerifier(chain, seals, roots);
    }

    @Bean
    AuditLog auditLog(Chain chain) {
        return new AuditLog(chain);
    }
}
