package jp.tsunagi.account;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import jp.tsunagi.protection.CaseKeys;
import jp.tsunagi.protection.SealedCollection;
import jp.tsunagi.shared.FieldProblem;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.shared.Refusal;
import jp.tsunagi.shared.Refused;
import org.springframework.stereotype.Service;

/**
 * The secrecy pledge of the people who work with the system: nobody sees anything before it. It is given anew when the text
 * has another version. Machines do not pledge; their agency answers for them.
 */
@Service
public class Pledges {

    private final SealedCollection<Pledge> pledges;
    private final PledgeText text;
    private final Administration administration;
    private final Clock clock;

    /** Those who have pledged on the text in force: it cannot be taken back, so nobody need be asked for twice. */
    private final Set<String> given = ConcurrentHashMap.newKeySet();

    Pledges(MongoDatabase database, CaseKeys keys, PledgeText text, Administration administration, Clock clock) {
        this.pledges =
                SealedCollection.of(Pledge.class, "pledges", database, keys).index("account");
        this.text = text;
        this.administration = administration;
        this.clock = clock;
    }

    /** Whether this officer has to pledge before anything is shown. */
    public boolean missing(Officer officer) {
        if (!officer.person() || given.contains(officer.id().value())) {
            return false;
        }
        if (of(officer.id()).isEmpty()) {
            return true;
        }
        given.add(officer.id().value());
        return false;
    }

    /** When this account pledged on the text in force. */
    public Optional<Instant> givenAt(AccountId account) {
        return of(account).map(Pledge::given);
    }

    /**
     * Pledges. A repeat changes nothing.
     *
     * @param version of the text that was shown
     * @param name in the person's own hand: the one of the account, however it is spaced
     * @param agreed how many clauses were agreed to
     * @throws Refused {@code not-found} for a machine, {@code account.pledge-text} where the text has changed meanwhile, or
     *     {@code account.pledge} naming {@code name} or {@code agreed}
     */
    Instant give(Officer officer, String version, String name, int agreed) {
        if (!officer.person()) {
            throw Refusal.notFound();
        }
        Optional<Pledge> there = of(officer.id());
        if (there.isPresent()) {
            return there.get().given();
        }
        if (!version.equals(text.version())) {
            throw Refusal.conflict("account.pledge-text");
        }
        List<FieldProblem> problems = new ArrayList<>();
        if (name.isBlank()) {
            problems.add(FieldProblem.of("name", "required"));
        } else if (!plain(name).equals(plain(officer.name()))) {
            problems.add(FieldProblem.of("name", "not-own-name"));
        }
        if (agreed < text.clauses(java.util.Locale.JAPANESE).size()) {
            problems.add(FieldProblem.of("agreed", "every-clause"));
        }
        if (!problems.isEmpty()) {
            throw Refusal.invalid("account.pledge", problems);
        }
        return enter(officer.id(), name.strip());
    }

    /** For people of the demo, who try out a conference and not this. */
    public void giveForPractice(Officer officer) {
        if (of(officer.id()).isEmpty()) {
            enter(officer.id(), officer.name());
        }
    }

    String version() {
        return text.version();
    }

    private Instant enter(AccountId account, String name) {
        String version = text.version();
        Pledge pledge = new Pledge(idOf(account), 0, account, version, name, clock.instant());
        return administration.audited("account.pledge", account.value(), account.value(), List.of(version), () -> {
            try {
                pledges.insert(pledge);
                return pledge.given();
            } catch (SealedCollection.AlreadyThere e) {
                // A double click.
                return of(account).map(Pledge::given).orElse(pledge.given());
            }
        });
    }

    private Optional<Pledge> of(AccountId account) {
        return pledges.find(idOf(account));
    }

    private String idOf(AccountId account) {
        return Ids.derived("pledge", account.value(), text.version());
    }

    private static String plain(String name) {
        return name.replaceAll("[\\s\\u3000]+", "");
    }
}
