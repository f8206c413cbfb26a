package jp.tsunagi.protection;

import com.mongodb.client.MongoDatabase;
import jp.tsunagi.store.Folders;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ProtectionConfiguration {

    @Bean
    KeyRing keyRing(Folders folders, MongoDatabase database) {
        boolean fresh = database.getCollection("caseKeys").find().first() == null;
        return KeyRing.open(folders.keyDir(), fresh);
    }
}
