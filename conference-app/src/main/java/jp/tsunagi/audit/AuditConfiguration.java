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
        Path exportFile = Objects.requireNonNullElse(
                settings.exportFile(), folders.keyDir().resolve("audit-heads.log"));
        return new Seals(database, keys, exportFile);
    }

    @Bean
    ChainedAuditTrail auditTrail(Chain chain, Seals seals, Clock clock, AuditSettings settings) {
        return ChainedAuditTrail.start(chain, seals, clock, settings);
    }

    @Bean
    AuditVerifier auditVerifier(Chain chain, Seals seals) {
        return new AuditVerifier(chain, seals);
    }

    @Bean
    AuditLog auditLog(Chain chain) {
        return new AuditLog(chain);
    }
}
