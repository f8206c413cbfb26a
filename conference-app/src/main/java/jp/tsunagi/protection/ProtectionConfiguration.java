package jp.tsunagi.protection;

import com.mongodb.client.MongoDatabase;
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

    private static boolean isEmpty(MongoDatabase database, String collection) {
        return database.getCollection(collection).find().first() == null;
    }
}
