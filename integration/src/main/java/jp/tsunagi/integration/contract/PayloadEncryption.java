package jp.tsunagi.integration.contract;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HybridConfig;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * Encrypts what carries personal data to the hub's public key before any broker sees it: HPKE with X25519, HKDF-SHA256
 * and AES-256-GCM. The ciphertext is bound to message id, type and sender, so it cannot be passed off as another
 * message's or another agency's. It does not prove who sent it: the broker does.
 */
public final class PayloadEncryption {

    static {
        try {
            HybridConfig.register();
        } catch (GeneralSecurityException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private PayloadEncryption() {}

    /** A new private keyset for a hub. Rotate by adding a primary key to it; old ones keep opening. */
    public static KeysetHandle newPrivateKeyset() throws GeneralSecurityException {
        return KeysetHandle.generateNew(HpkeParameters.builder()
                .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
                .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                .setVariant(HpkeParameters.Variant.TINK)
                .build());
    }

    /** The public half, as the JSON that the hub hands to agencies. Holds nothing secret. */
    public static String publicKeyset(KeysetHandle privateKeyset) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(privateKeyset.getPublicKeysetHandle());
    }

    /** What an agency encrypts with. */
    public static Sealer sealer(String publicKeyset) throws GeneralSecurityException {
        KeysetHandle handle = TinkJsonProtoKeysetFormat.parseKeysetWithoutSecret(publicKeyset);
        return new Sealer(handle.getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class));
    }

    /** What the hub decrypts with. */
    public static Opener opener(KeysetHandle privateKeyset) throws GeneralSecurityException {
        return new Opener(privateKeyset.getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class));
    }

    private static byte[] context(String messageId, MessageType type, String sender) {
        return (messageId + "|" + type.wireName() + "|" + sender).getBytes(StandardCharsets.UTF_8);
    }

    /** Encrypts for the hub. Thread-safe. */
    public static final class Sealer {

        private final HybridEncrypt encrypt;

        private Sealer(HybridEncrypt encrypt) {
            this.encrypt = encrypt;
        }

        /**
         * Encrypts one body.
         *
         * @param sender the code of the agency whose broker user will send it
         */
        public byte[] seal(byte[] plain, String messageId, MessageType type, String sender) {
            try {
                return encrypt.encrypt(plain, context(messageId, type, sender));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("Encryption failed", e);
            }
        }
    }

    /** Decrypts at the hub. Thread-safe. */
    public static final class Opener {

        private final HybridDecrypt decrypt;

        private Opener(HybridDecrypt decrypt) {
            this.decrypt = decrypt;
        }

        /**
         * Decrypts one body.
         *
         * @throws UnreadableMessage where it was not sealed for this hub, this message, this type and this sender
         */
        public byte[] open(byte[] sealed, String messageId, MessageType type, String sender) {
            try {
                return decrypt.decrypt(sealed, context(messageId, type, sender));
            } catch (GeneralSecurityException e) {
                throw new UnreadableMessage(FailureCode.BODY_UNREADABLE);
            }
        }
    }
}
