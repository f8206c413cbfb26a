package jp.tsunagi.protection;

import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jp.tsunagi.store.Folders;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ProtectionConfiguration {

    @Bean
    KeyRing keyRing(Folders folders, MongoDatabase database) {
        boolean fresh = isEmpty(database, "caseKeys") && isEmpty(database, "audit");
        return KeyRing.open(folders.keyDir(), fresh);
    }

    /** Beside the keys, and beside the data: whichever of the two is put back from a backup learns it from the other. */
    @Bean
    ShreddedLedger shreddedLedger(Folders folders, ProtectionSettings settings) {
        List<Path> files = new ArrayList<>(List.of(
                folders.keyDir().resolve(ShreddedLedger.FILE), folders.dataDir().resolve(ShreddedLedger.FILE)));
        if (settings.ledgerCopy() != null) {
            files.add(settings.ledgerCopy());
        }
        return ShreddedLedger.open(files);
    }

    private static boolean isEmpty(MongoDatabase database, String collection) {
        return database.getCollection(collection).find().first() == null;
    }
}
