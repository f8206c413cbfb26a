package jp.tsunagi.secondfactor;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jp.tsunagi.account.AccountId;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a browser is asked for and what it answers (WebAuthn), for one account at a time. The device always asks for a
 * fingerprint, a face or a PIN, so that a passkey is two factors by itself.
 */
@Component
class PasskeyCeremonies {

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    private final SecondFactorSettings settings;
    private final PasskeySettings passkeys;

    PasskeyCeremonies(SecondFactorSettings settings, PasskeySettings passkeys) {
        this.settings = settings;
        this.passkeys = passkeys;
    }

    boolean offered() {
        return settings.enabled() && passkeys.relyingParty() != null;
    }

    /** What a browser needs to make a passkey. */
    PublicKeyCredentialCreationOptions toCreate(Factors there, String login) {
        return operations(new PasskeysOfAccount(there, login))
                .createPublicKeyCredentialCreationOptions(
                        new ImmutablePublicKeyCredentialCreationOptionsRequest(somebody(there.id())));
    }

    /** What a browser needs to show one of these passkeys. */
    PublicKeyCredentialRequestOptions toShow(Factors there) {
        return operations(new PasskeysOfAccount(there, there.id()))
                .createCredentialRequestOptions(
                        new ImmutablePublicKeyCredentialRequestOptionsRequest(somebody(there.id())));
    }

    /** What a browser needs to show a passkey of whomever. */
    PublicKeyCredentialRequestOptions toShow() {
        return operations(new PasskeysOfAccount(Factors.none(""), ""))
                .createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(null));
    }

    /** As the page hands it to the browser. */
    static String text(Object options) {
        return JSON.writeValueAsString(options);
    }

    /** With the passkey that was made; empty where the answer does not fit what was asked. */
    Optional<Factors> created(
            Factors there,
            String label,
            PublicKeyCredentialCreationOptions asked,
            String answer,
            List<Factors.Recovery> fresh,
            Instant now) {
        PasskeysOfAccount ofAccount = new PasskeysOfAccount(there, there.id());
        try {
            PublicKeyCredential<AuthenticatorAttestationResponse> credential =
                    JSON.readValue(answer, new TypeReference<>() {});
            operations(ofAccount)
                    .registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                            asked, new RelyingPartyPublicKey(credential, label)));
        } catch (RuntimeException e) {
            // Whatever a browser sends: what cannot be read, or verified, is no passkey.
            return Optional.empty();
        }
        return ofAccount.saved().map(made -> there.with(Passkey.of(made, now, now), fresh));
    }

    /** With the passkey noted as used; empty where the answer does not fit what was asked. */
    Optional<Factors> shown(Factors there, PublicKeyCredentialRequestOptions asked, String answer, Instant now) {
        PasskeysOfAccount ofAccount = new PasskeysOfAccount(there, there.id());
        try {
            operations(ofAccount).authenticate(new RelyingPartyAuthenticationRequest(asked, assertion(answer)));
        } catch (RuntimeException e) {
            // Whatever a browser sends: what cannot be read, or verified, proves nothing.
            return Optional.empty();
        }
        return ofAccount.saved().map(used -> there.withUsed(Passkey.of(used, used.getCreated(), now)));
    }

    /** Whose passkey it says to be. */
    static Optional<AccountId> owner(String answer) {
        try {
            Bytes user = assertion(answer).getResponse().getUserHandle();
            return Optional.ofNullable(user).map(PasskeysOfAccount::account).map(AccountId::new);
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private static PublicKeyCredential<AuthenticatorAssertionResponse> assertion(String answer) {
        return JSON.readValue(answer, new TypeReference<>() {});
    }

    private static Authentication somebody(String account) {
        return UsernamePasswordAuthenticationToken.authenticated(account, "", List.of());
    }

    private Webauthn4JRelyingPartyOperations operations(PasskeysOfAccount ofAccount) {
        PublicKeyCredentialRpEntity hub = PublicKeyCredentialRpEntity.builder()
                .id(Objects.requireNonNull(passkeys.relyingParty()))
                .name("Tsunagi")
                .build();
        Webauthn4JRelyingPartyOperations operations =
                new Webauthn4JRelyingPartyOperations(ofAccount, ofAccount, hub, passkeys.origins());
        operations.setCustomizeCreationOptions(
                options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .build()));
        operations.setCustomizeRequestOptions(
                options -> options.userVerification(UserVerificationRequirement.REQUIRED));
        return operations;
    }
}
