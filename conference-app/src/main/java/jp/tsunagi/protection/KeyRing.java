package jp.tsunagi.protection;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.PublicKeyVerify;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HybridConfig;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import com.google.crypto.tink.signature.PredefinedSignatureParameters;
import com.google.crypto.tink.signature.SignatureConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;

/**
 * The keys of an installation, each a Tink keyset in a file of its own that only the operator may read. They lie outside
 * the data folder and are backed up apart: with them lost, every word is lost.
 */
public final class KeyRing {

    /** The key files, and what each protects. */
    private enum KeyFile {
        KEY_ENCRYPTION("key-encryption.json"),
        BLIND_INDEX("blind-index.json"),
        AUDIT_SIGNATURE("audit-signature.json"),
        MESSAGES("messages.json");

        private final String fileName;

        KeyFile(String fileName) {
            this.fileName = fileName;
        }
    }

    private final Aead keyEncryption;
    private final PrfSet blindIndex;
    private final KeysetHandle auditSignature;
    private final KeysetHandle messages;
    private final CasePads pads;

    private KeyRing(Path folder) throws GeneralSecurityException {
        keyEncryption = load(folder, KeyFile.KEY_ENCRYPTION).getPrimitive(RegistryConfiguration.get(), Aead.class);
        blindIndex = load(folder, KeyFile.BLIND_INDEX).getPrimitive(RegistryConfiguration.get(), PrfSet.class);
        auditSignature = load(folder, KeyFile.AUDIT_SIGNATURE);
        messages = load(folder, KeyFile.MESSAGES);
        pads = new CasePads(folder.resolve("pads"));
    }

    /**
     * Reads the keys, and makes those that are missing where there is nothing yet that they could have protected.
     *
     * @param fresh whether the database is still empty
     * @throws IllegalStateException where a key is missing although there are data, or cannot be read
     */
    public static KeyRing open(Path folder, boolean fresh) {
        try {
            AeadConfig.register();
            PrfConfig.register();
            HybridConfig.register();
            SignatureConfig.register();
            if (!Files.exists(folder)) {
                Files.createDirectories(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            for (KeyFile key : KeyFile.values()) {
                if (!Files.exists(folder.resolve(key.fileName))) {
                    if (!fresh) {
                        throw new IllegalStateException(
                                "The key file " + key.fileName
                                        + " is missing although the database is not empty. Put the keys back from their backup.");
                    }
                    make(folder, key);
                }
            }
            return new KeyRing(folder);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "A key file cannot be read: " + e.getClass().getSimpleName());
        } catch (IOException e) {
            throw new UncheckedIOException("The key folder cannot be read or written", e);
        }
    }

    Aead keyEncryption() {
        return keyEncryption;
    }

    /** What lies beside the wrapped keys of cases. */
    CasePads pads() {
        return pads;
    }

    PrfSet blindIndex() {
        return blindIndex;
    }

    /** Signs batches of the audit chain. */
    public PublicKeySign auditSigner() {
        try {
            return auditSignature.getPrimitive(RegistryConfiguration.get(), PublicKeySign.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The audit key is no signature key", e);
        }
    }

    /** Verifies batches of the audit chain. */
    public PublicKeyVerify auditVerifier() {
        try {
            return auditSignature
                    .getPublicKeysetHandle()
                    .getPrimitive(RegistryConfiguration.get(), PublicKeyVerify.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The audit key is no signature key", e);
        }
    }

    /** The private keys that open what agencies encrypt to the hub. */
    public KeysetHandle messages() {
        return messages;
    }

    private static KeysetHandle load(Path folder, KeyFile key) throws GeneralSecurityException {
        try {
            return TinkJsonProtoKeysetFormat.parseKeyset(
                    Files.readString(folder.resolve(key.fileName)), InsecureSecretKeyAccess.get());
        } catch (IOException e) {
            throw new UncheckedIOException("The key file " + key.fileName + " cannot be read", e);
        }
    }

    /** Written aside and linked into place: a key that was used is a key that is on disk whole. */
    private static void make(Path folder, KeyFile key) throws GeneralSecurityException, IOException {
        String keyset = TinkJsonProtoKeysetFormat.serializeKeyset(
                KeysetHandle.generateNew(parameters(key)), InsecureSecretKeyAccess.get());
        Path aside = Files.createTempFile(
                folder,
                key.fileName,
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(aside, keyset, StandardOpenOption.SYNC);
        Files.setPosixFilePermissions(aside, PosixFilePermissions.fromString("r--------"));
        try {
            // A link, since a move would replace the key of a node that was faster and has used it already.
            Files.createLink(folder.resolve(key.fileName), aside);
        } catch (FileAlreadyExistsException e) {
            // The faster node's key is the one.
        } finally {
            Files.delete(aside);
        }
    }

    private static Parameters parameters(KeyFile key) throws GeneralSecurityException {
        return switch (key) {
            case KEY_ENCRYPTION -> PredefinedAeadParameters.AES256_GCM;
            case BLIND_INDEX -> PredefinedPrfParameters.HMAC_SHA256_PRF;
            case AUDIT_SIGNATURE -> PredefinedSignatureParameters.ED25519;
            case MESSAGES ->
                HpkeParameters.builder()
                        .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
                        .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                        .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                        .setVariant(HpkeParameters.Variant.TINK)
                        .build();
        };
    }
}
