package jp.tsunagi.secondfactor;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;

/**
 * A passkey as it is kept.
 *
 * @param id of the credential
 * @param label by which its owner knows it
 * @param attestation as it was registered; its public key is read from there
 * @param signatures counted by the device, which tells a copy; zero where it does not count
 */
record Passkey(
        String id,
        String label,
        byte[] publicKey,
        byte[] attestation,
        long signatures,
        List<String> transports,
        boolean backupEligible,
        boolean backedUp,
        Instant created,
        Instant lastUsed) {

    static Passkey of(CredentialRecord credential, Instant created, Instant lastUsed) {
        Bytes attestation = credential.getAttestationObject();
        if (attestation == null) {
            throw new IllegalArgumentException("A passkey without its attestation");
        }
        return new Passkey(
                credential.getCredentialId().toBase64UrlString(),
                credential.getLabel(),
                credential.getPublicKey().getBytes(),
                attestation.getBytes(),
                credential.getSignatureCount(),
                credential.getTransports().stream()
                        .map(AuthenticatorTransport::getValue)
                        .sorted()
                        .toList(),
                credential.isBackupEligible(),
                credential.isBackupState(),
                created,
                lastUsed);
    }

    CredentialRecord of(Bytes user) {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(Bytes.fromBase64(id))
                .userEntityUserId(user)
                .publicKey(new ImmutablePublicKeyCose(publicKey))
                .signatureCount(signatures)
                .uvInitialized(true)
                .transports(
                        transports.stream().map(AuthenticatorTransport::valueOf).collect(Collectors.toSet()))
                .backupEligible(backupEligible)
                .backupState(backedUp)
                .attestationObject(new Bytes(attestation))
                .label(label)
                .created(created)
                .lastUsed(lastUsed)
                .build();
    }
}
