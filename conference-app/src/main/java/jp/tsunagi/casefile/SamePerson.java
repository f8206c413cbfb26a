package jp.tsunagi.casefile;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.List;
import jp.tsunagi.protection.BlindIndex;
import org.bson.Document;
import org.springframework.stereotype.Component;

/**
 * Recognises that a case of the same person may exist, without disclosing it (N9). The tokens live apart from the cases
 * and die with them.
 */
@Component
public class SamePerson {

    private final MongoCollection<Document> tokens;
    private final BlindIndex index;

    SamePerson(MongoDatabase database, BlindIndex index) {
        this.tokens = database.getCollection("caseTokens");
        this.tokens.createIndex(Indexes.ascending("tokens"));
        this.index = index;
    }

    /** Notes the tokens of a case, and tells whether another case has one of them. */
    public boolean note(CaseId caseId, Person person) {
        List<String> own = tokensOf(person);
        tokens.replaceOne(
                eq("_id", caseId.value()),
                new Document("_id", caseId.value()).append("tokens", own),
                new ReplaceOptions().upsert(true));
        return tokens.find(and(in("tokens", own), ne("_id", caseId.value()))).first() != null;
    }

    private List<String> tokensOf(Person person) {
        List<String> own = new ArrayList<>();
        String born = String.valueOf(person.birthDate());
        own.add(index.token("name+birth", person.name() + "|" + born));
        if (person.kana() != null && person.birthDate() != null) {
            own.add(index.token("kana+birth", person.kana() + "|" + born));
        }
        return own;
    }
}
