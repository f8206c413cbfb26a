package jp.tsunagi.protection;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import jp.tsunagi.shared.Refusal;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.stereotype.Component;

/**
 * One data key per case, wrapped by the case's pad and by the key-encryption key, and kept apart from the cases. The pad lies
 * in the key folder alone: with it gone, what old pages and backups of the database hold of the wrapped key opens to nobody.
 * Destroying a case's key erases the case, in every backup too once the backups of the key folder have expired.
 */
@Component
public final class CaseKeys {

    /** Owner of what belongs to no case: accounts, the directory's staff names. */
    public static final String HUB = "hub";

    private static final int MOST_CACHED = 10_000;
    private static final String WRAPPED = "wrapped";
    private static final String PADDED = "padded";
    private static final String DESTROYED = "destroyed";
    private static final String SWEPT = "swept";

    private final MongoCollection<Document> wrappedKeys;
    private final KeyRing keyRing;
    private final Clock clock;
    private final Duration cachedFor;
    private final Map<String, Cached> cache = new ConcurrentHashMap<>();

    CaseKeys(MongoDatabase database, KeyRing keyRing, Clock clock, ProtectionSettings settings) {
        this.wrappedKeys = database.getCollection("caseKeys");
        this.keyRing = keyRing;
        this.clock = clock;
        this.cachedFor = settings.keysCachedFor();
        padWhatIsNot();
    }

    /**
     * The sealer of this owner; its key is made, durably, where there is none yet.
     *
     * @throws jp.tsunagi.shared.Refused {@code not-found} where it was destroyed: nothing is ever written for that owner again
     */
    public Sealer make(String owner) {
        Optional<Sealer> existing = find(owner);
        if (existing.isPresent()) {
            return existing.get();
        }
        if (isDestroyed(owner)) {
            throw Refusal.notFound();
        }
        try {
            wrappedKeys.insertOne(wrapped(owner, KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A data key could not be made", e);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            // Another thread or node was faster: its key is the one.
        }
        return find(owner).orElseThrow(Refusal::notFound);
    }

    /** The sealer of this owner; empty where its key was destroyed or never made. */
    public Optional<Sealer> find(String owner) {
        Instant now = clock.instant();
        Cached cached = cache.get(owner);
        if (cached != null && cached.until.isAfter(now)) {
            return Optional.of(cached.sealer);
        }
        Document document = wrappedKeys.find(eq("_id", owner)).first();
        if (document == null || document.get(WRAPPED) == null) {
            cache.remove(owner);
            return Optional.empty();
        }
        Optional<KeysetHandle> key = unwrap(owner, document);
        if (key.isEmpty()) {
            cache.remove(owner);
            return Optional.empty();
        }
        Sealer sealer = sealer(key.get());
        if (cache.size() >= MOST_CACHED) {
            cache.clear();
        }
        cache.put(owner, new Cached(sealer, now.plus(cachedFor)));
        return Optional.of(sealer);
    }

    /**
     * Destroys the key: what it sealed can never be read again, and nothing is sealed for this owner any more. May be
     * repeated, whatever an earlier attempt left undone.
     */
    public void destroy(String owner) {
        wrappedKeys.updateOne(
                eq("_id", owner),
                combine(set(DESTROYED, Date.from(clock.instant())), unset(WRAPPED), unset(PADDED)),
                new UpdateOptions().upsert(true));
        cache.remove(owner);
        keyRing.pads().destroy(owner);
        // Whoever unwrapped it in between.
        cache.remove(owner);
    }

    public boolean isDestroyed(String owner) {
        return wrappedKeys.find(and(eq("_id", owner), exists(DESTROYED))).first() != null;
    }

    /** Those of these owners of whom it is not known that all that their key had sealed is gone from the database, too. */
    public Set<String> notSwept(Collection<String> owners) {
        Set<String> left = new LinkedHashSet<>(owners);
        for (Document document : wrappedKeys.find(and(in("_id", owners), eq(SWEPT, true)))) {
            left.remove(document.getString("_id"));
        }
        return left;
    }

    /** Notes that all that the destroyed key had sealed is gone. */
    public void swept(String owner) {
        wrappedKeys.updateOne(and(eq("_id", owner), exists(DESTROYED)), set(SWEPT, true));
    }

    /** How long another node may still hold a key in memory that was destroyed here. */
    public Duration cachedFor() {
        return cachedFor;
    }

    private Document wrapped(String owner, KeysetHandle dataKey) throws GeneralSecurityException {
        byte[] bound = associatedData(owner);
        if (owner.equals(HUB)) {
            // What belongs to no case is never shredded.
            return new Document("_id", owner)
                    .append(
                            WRAPPED,
                            new Binary(TinkProtoKeysetFormat.serializeEncryptedKeyset(
                                    dataKey, keyRing.keyEncryption(), bound)));
        }
        byte[] padded = TinkProtoKeysetFormat.serializeEncryptedKeyset(
                dataKey, keyRing.pads().make(owner), bound);
        return new Document("_id", owner)
                .append(WRAPPED, new Binary(keyRing.keyEncryption().encrypt(padded, bound)))
                .append(PADDED, true);
    }

    /** Empty where its pad was destroyed while this was read. */
    private Optional<KeysetHandle> unwrap(String owner, Document document) {
        byte[] wrapped = document.get(WRAPPED, Binary.class).getData();
        byte[] bound = associatedData(owner);
        try {
            if (!document.getBoolean(PADDED, false)) {
                return Optional.of(TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, keyRing.keyEncryption(), bound));
            }
            byte[] padded = keyRing.keyEncryption().decrypt(wrapped, bound);
            Aead pad = keyRing.pads().find(owner).orElse(null);
            if (pad == null) {
                if (isDestroyed(owner)) {
                    return Optional.empty();
                }
                throw new IllegalStateException("The pad of the case " + owner
                        + " is missing although its data are not. Put the key folder back from its backup.");
            }
            return Optional.of(TinkProtoKeysetFormat.parseEncryptedKeyset(padded, pad, bound));
        } catch (GeneralSecurityException e) {
            throw new Sealer.SealBroken();
        }
    }

    private static Sealer sealer(KeysetHandle key) {
        try {
            return new Sealer(key.getPrimitive(RegistryConfiguration.get(), Aead.class));
        } catch (GeneralSecurityException e) {
            throw new Sealer.SealBroken();
        }
    }

    /** The layout before there were pads: each key is wrapped once more, and opens all along. */
    private void padWhatIsNot() {
        List<Document> older = wrappedKeys
                .find(and(ne("_id", HUB), exists(WRAPPED), exists(PADDED, false)))
                .into(new ArrayList<>());
        for (Document document : older) {
            String owner = document.getString("_id");
            KeysetHandle key = unwrap(owner, document).orElseThrow();
            try {
                wrappedKeys.replaceOne(
                        and(eq("_id", owner), exists(WRAPPED), exists(PADDED, false)), wrapped(owner, key));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("A data key could not be wrapped anew", e);
            }
        }
    }

    private static byte[] associatedData(String owner) {
        return ("case-key|" + owner).getBytes(StandardCharsets.UTF_8);
    }

    private record Cached(Sealer sealer, Instant until) {}
}
