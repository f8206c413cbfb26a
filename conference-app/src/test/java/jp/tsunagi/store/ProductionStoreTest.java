package jp.tsunagi.store;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductionStoreTest {

    @Test
    void takesMajorityAndJournalAndPrimary() {
        assertThatCode(() -> check("w=majority&journal=true")).doesNotThrowAnyException();
        assertThatCode(() -> check("w=majority&journal=true&readPreference=primary"))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "'',w=majority&journal=true",
        "w=1&journal=true,w=majority",
        "w=2&journal=true,w=majority",
        "w=majority,journal=true",
        "w=majority&journal=false,journal=true",
        "w=majority&journal=true&readPreference=secondaryPreferred,readPreference=primary"
    })
    void refusesLessAndNamesWhatIsMissing(String options, String missing) {
        assertThatThrownBy(() -> check(options))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("lacks " + missing + ".");
    }

    private static void check(String options) {
        MongoClientSettings settings = MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString("mongodb://127.0.0.1:1/tsunagi?" + options))
                .build();
        try (MongoClient client = MongoClients.create(settings)) {
            ProductionStore.require(client.getWriteConcern(), client.getReadPreference());
        }
    }
}
