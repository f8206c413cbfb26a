package jp.tsunagi.protection;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** Seals and opens values under one data key. Each ciphertext is bound to its place and opens nowhere else. */
public final class Sealer {

    private final Aead aead;

    Sealer(Aead aead) {
        this.aead = aead;
    }

    /** @param place owner, collection, document and field, as associated data */
    public byte[] seal(byte[] plain, String place) {
        try {
            return aead.encrypt(plain, place.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A value could not be sealed", e);
        }
    }

    /** @throws SealBroken where the ciphertext was changed, moved, or sealed by another key */
    public byte[] open(byte[] sealed, String place) {
        try {
            return aead.decrypt(sealed, place.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new SealBroken();
        }
    }

    /** A ciphertext that does not open. Carries no cause: nothing of the value may reach a log. */
    public static final class SealBroken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        SealBroken() {
            super("A sealed value was changed, moved, or belongs to another key");
        }
    }
}
