package jp.tsunagi.protection;

import static com.mongodb.client.model.Filters.eq;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.stereotype.Component;

/**
 * One data key per case, wrapped by the key-encryption key and kept apart from the cases. Destroying a case's key erases
 * the case, in every backup too once the backups of this collection have expired.
 */
@Component
public final class CaseKeys {

    /** Owner of what belongs to no case: accounts, the directory's staff names. */
    public static final String HUB = "hub";

    private static final int MOST_CACHED = 10_000;

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
    }

    /** The sealer of this owner; its key is made, durably, where there is none yet. */
    public Sealer make(String owner) {
        Optional<Sealer> existing = find(owner);
        if (existing.isPresent()) {
            return existing.get();
        }
        try {
            KeysetHandle dataKey = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
            byte[] wrapped = TinkProtoKeysetFormat.serializeEncryptedKeyset(
                    dataKey, keyRing.keyEncryption(), associatedData(owner));
            wrappedKeys.insertOne(new Document("_id", owner).append("wrapped", new Binary(wrapped)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A data key could not be made", e);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            // Another thread or node was faster: its key is the one.
        }
        return find(owner).orElseThrow();
    }

    /** The sealer of this owner; empty where its key was destroyed or never made. */
    public Optional<Sealer> find(String owner) {
        Instant now = clock.instant();
        Cached cached = cache.get(owner);
        if (cached != null && cached.until.isAfter(now)) {
            return Optional.of(cached.sealer);
        }
        Document document = wrappedKeys.find(eq("_id", owner)).first();
        if (document == null) {
            cache.remove(owner);
            return Optional.empty();
        }
        Sealer sealer = unwrap(owner, document.get("wrapped", Binary.class).getData());
        if (cache.size() >= MOST_CACHED) {
            cache.clear();
        }
        cache.put(owner, new Cached(sealer, now.plus(cachedFor)));
        return Optional.of(sealer);
    }

    /** Destroys the key: what it sealed can never be read again. */
    public void destroy(String owner) {
        wrappedKeys.deleteOne(eq("_id", owner));
        cache.remove(owner);
    }

    private Sealer unwrap(String owner, byte[] wrapped) {
        try {
            KeysetHandle dataKey =
                    TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, keyRing.keyEncryption(), associatedData(owner));
            return new Sealer(dataKey.getPrimitive(RegistryConfiguration.get(), Aead.class));
        } catch (GeneralSecurityException e) {
            throw new Sealer.SealBroken();
        }
    }

    private static byte[] associatedData(String owner) {
        return ("case-key|" + owner).getBytes(StandardCharsets.UTF_8);
    }

    private record Cached(Sealer sealer, Instant until) {}
}
