package jp.tsunagi.secondfactor;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;

/**
 * The passkeys of one account for the length of one ceremony. What the ceremony saves is kept with the document that it was
 * begun on, so that no other change passes it.
 */
final class PasskeysOfAccount implements UserCredentialRepository, PublicKeyCredentialUserEntityRepository {

    private final Factors factors;
    private final PublicKeyCredentialUserEntity user;
    private @Nullable CredentialRecord saved;

    /** @param login shown by the device beside the name of this hub */
    PasskeysOfAccount(Factors factors, String login) {
        this.factors = factors;
        this.user = ImmutablePublicKeyCredentialUserEntity.builder()
                .id(new Bytes(factors.id().getBytes(StandardCharsets.US_ASCII)))
                .name(login)
                .displayName(login)
                .build();
    }

    /** The account id in what a device calls the user. */
    static String account(Bytes user) {
        return new String(user.getBytes(), StandardCharsets.US_ASCII);
    }

    Optional<CredentialRecord> saved() {
        return Optional.ofNullable(saved);
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes id) {
        return id.equals(user.getId()) ? user : null;
    }

    @Override
    public PublicKeyCredentialUserEntity findByUsername(String account) {
        return user;
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credentialId) {
        String id = credentialId.toBase64UrlString();
        return factors.passkeys().stream()
                .filter(passkey -> passkey.id().equals(id))
                .findFirst()
                .map(passkey -> passkey.of(user.getId()))
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes userId) {
        return factors.passkeys().stream()
                .map(passkey -> passkey.of(user.getId()))
                .toList();
    }

    @Override
    public void save(CredentialRecord credential) {
        saved = credential;
    }

    @Override
    public void save(PublicKeyCredentialUserEntity entity) {
        throw new UnsupportedOperationException("Accounts are opened elsewhere");
    }

    @Override
    public void delete(Bytes id) {
        throw new UnsupportedOperationException("No ceremony takes anything away");
    }
}
