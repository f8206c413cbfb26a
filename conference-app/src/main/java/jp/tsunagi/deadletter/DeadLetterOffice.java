package jp.tsunagi.deadletter;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.integration.hub.DeadLetterPort;
import jp.tsunagi.integration.hub.ParkedMessage;
import jp.tsunagi.integration.hub.Resender;
import jp.tsunagi.protection.CaseKeys;
import jp.tsunagi.protection.SealedCollection;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.shared.Refusal;
import org.bson.conversions.Bson;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jms.JmsException;
import org.springframework.stereotype.Service;

/** Keeps parked messages, and puts them back on their way. */
@Service
class DeadLetterOffice implements DeadLetterPort {

    private static final Bson ALL = Filters.exists("_id");

    private final SealedCollection<DeadLetter> letters;
    /** Looked up late: the routes that park need this bean, and the resender needs their broker. */
    private final ObjectProvider<Resender> resender;

    private final Clock clock;

    DeadLetterOffice(MongoDatabase database, CaseKeys keys, ObjectProvider<Resender> resender, Clock clock) {
        this.letters = SealedCollection.of(DeadLetter.class, "deadLetters", database, keys)
                .index("parkedAt");
        this.resender = resender;
        this.clock = clock;
    }

    @Override
    public void park(ParkedMessage message) {
        String id = Ids.derived("dead-letter", message.parkId());
        if (letters.find(id).isPresent()) {
            return;
        }
        letters.insert(new DeadLetter(
                id,
                0,
                message.parkId(),
                message.originalAddress(),
                message.sender(),
                message.failure(),
                message.rule(),
                message.headers(),
                message.body(),
                message.body().length,
                message.parkedAt(),
                0,
                null));
    }

    Optional<DeadLetter> find(String id) {
        return letters.find(id);
    }

    List<DeadLetter> list(int page, int size) {
        return letters.list(ALL, Sorts.descending("parkedAt", "_id"), page * size, size);
    }

    long count() {
        return letters.count(ALL);
    }

    /**
     * Sends it again to where it was to be read, as a fresh attempt. Handling is idempotent, so twice does no harm.
     *
     * @throws jp.tsunagi.shared.Refused {@code dead-letter.not-resendable} where it came from no address of the hub;
     *     {@code hub.unavailable} where the broker does not take it
     */
    DeadLetter resend(DeadLetter letter) {
        try {
            resender.getObject()
                    .resend(new ParkedMessage(
                            letter.parkId(),
                            letter.originalAddress(),
                            letter.sender(),
                            letter.failure(),
                            letter.rule(),
                            letter.headers(),
                            letter.body(),
                            letter.parkedAt()));
        } catch (IllegalArgumentException e) {
            throw Refusal.conflict("dead-letter.not-resendable");
        } catch (JmsException e) {
            throw Refusal.unavailable("hub.unavailable");
        }
        DeadLetter again = letter.sentAgain(clock.instant());
        letters.replace(again);
        return again;
    }
}
