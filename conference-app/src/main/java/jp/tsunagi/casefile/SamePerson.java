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
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.tsunagi.protection.BlindIndex;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Recognises that a case of the same person may exist, without disclosing it (N9), and finds the cases of a name as a whole.
 * The tokens live apart from the cases and die with them.
 */
@Component
public class SamePerson {

    private static final String NAME = "searched-name";
    private static final int MOST_FOUND = 100;
    private static final Pattern SPACE = Pattern.compile("[\\s\\u3000]+");

    private final MongoCollection<Document> tokens;
    private final BlindIndex index;

    SamePerson(MongoDatabase database, BlindIndex index) {
        this.tokens = database.getCollection("caseTokens");
        this.tokens.createIndex(Indexes.ascending("tokens"));
        this.tokens.createIndex(Indexes.ascending("names"));
        this.index = index;
    }

    /** Notes the tokens of a case, and tells whether another case has one of them. */
    public boolean note(CaseId caseId, Person person) {
        List<String> own = tokensOf(person);
        tokens.replaceOne(
                eq("_id", caseId.value()),
                new Document("_id", caseId.value()).append("tokens", own).append("names", namesOf(person)),
                new ReplaceOptions().upsert(true));
        return tokens.find(and(in("tokens", own), ne("_id", caseId.value()))).first() != null;
    }

    /**
     * Cases submitted for somebody of exactly this kana, former, common or call name. Whether the one who asks may know of them is the
     * caller's to find out, before anything is said.
     */
    public List<CaseId> named(String name) {
        List<CaseId> found = new ArrayList<>();
        tokens.find(eq("names", index.token(NAME, name)))
                .limit(MOST_FOUND)
                .forEach(entry -> found.add(new CaseId(entry.getString("_id"))));
        return found;
    }

    /** Whether two ways of writing are one name: regardless of width, spaces, and hiragana against katakana. */
    public boolean sameName(String one, String other) {
        return index.token(NAME, one).equals(index.token(NAME, other));
    }

    /**
     * A former surname with the given name of today behind it; as it is where it has a given name itself, or where nobody
     * can tell the two in her name apart.
     */
    public static @Nullable String wholeFormerName(@Nullable String formerName, @Nullable String name) {
        if (formerName == null || formerName.isBlank() || name == null) {
            return formerName;
        }
        String former = formerName.strip();
        String[] parts = SPACE.split(name.strip(), 2);
        return SPACE.matcher(former).find() || parts.length < 2 ? former : former + " " + parts[1];
    }

    private List<String> namesOf(Person person) {
        return Stream.of(
                        person.kana(),
                        wholeFormerName(person.formerName(), person.name()),
                        person.commonName(),
                        person.callName())
                .filter(Objects::nonNull)
                .filter(name -> !name.isBlank())
                .map(name -> index.token(NAME, name))
                .distinct()
                .toList();
    }

    private List<String> tokensOf(Person person) {
        List<String> own = new ArrayList<>();
        String born = String.valueOf(person.birthDate());
        own.add(index.token("name+birth", person.name() + "|" + born));
        if (person.kana() != null && person.birthDate() != null) {
            own.add(index.token("kana+birth", person.kana() + "|" + born));
        }
        if (person.birthDate() != null) {
            // As those who knew her before or otherwise would have entered her: there it is her name.
            Stream.of(wholeFormerName(person.formerName(), person.name()), person.commonName())
                    .filter(Objects::nonNull)
                    .filter(name -> !name.isBlank())
                    .forEach(name -> own.add(index.token("name+birth", name + "|" + born)));
        }
        return own;
    }
}
