package jp.tsunagi.casefile;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.command.Command;
import jp.tsunagi.outbox.OutboxSource;
import jp.tsunagi.protection.CaseKeys;
import jp.tsunagi.protection.SealedCollection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Repository;

/** All cases. */
@Repository
public class Casefiles {

    static final String COLLECTION = "cases";
    private static final int MOST_SHARED = 1_000;

    private final SealedCollection<CaseRecord> records;

    Casefiles(MongoDatabase database, CaseKeys keys) {
        this.records = SealedCollection.of(CaseRecord.class, COLLECTION, database, keys)
                .index("pending")
                .index("members");
    }

    public Optional<Casefile> find(CaseId id) {
        return records.find(id.value()).map(Casefile::new);
    }

    /** These cases, by id; those that are not there, or gone, are left out. */
    public Map<CaseId, Casefile> find(Set<CaseId> ids) {
        List<String> wanted = ids.stream().map(CaseId::value).toList();
        return records.list(in("_id", wanted), Sorts.ascending("_id"), 0, ids.size() + 1).stream()
                .map(Casefile::new)
                .collect(Collectors.toMap(Casefile::id, casefile -> casefile));
    }

    /** The case, or a new one that the first {@link #save} writes. */
    public Casefile findOrOpen(CaseId id, AgencyCode agency, String section, Command command) {
        return find(id).orElseGet(() -> Casefile.opened(id, agency, section, command.at()));
    }

    /** Ids of cases to whose team this account was added by name. */
    public List<CaseId> withMember(AccountId account) {
        return records.list(eq("members", account.value()), Sorts.ascending("_id"), 0, MOST_SHARED).stream()
                .map(stored -> new CaseId(stored.id()))
                .toList();
    }

    /**
     * @throws SealedCollection.Stale where another write came first
     * @throws SealedCollection.AlreadyThere where a new case was opened by another meanwhile
     */
    public void save(Casefile casefile) {
        if (casefile.isNew()) {
            records.insert(casefile.toRecord());
        } else {
            records.replace(casefile.toRecord());
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Announcements {

        @Bean
        OutboxSource casesOutbox() {
            return new OutboxSource(COLLECTION);
        }
    }
}
