package jp.tsunagi.integration.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.crypto.tink.KeysetHandle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayloadEncryptionTest {

    private static final byte[] PLAIN = "架空 花子".getBytes(UTF_8);

    private KeysetHandle keys;
    private byte[] sealed;

    @BeforeEach
    void seal() throws Exception {
        keys = PayloadEncryption.newPrivateKeyset();
        sealed = PayloadEncryption.sealer(PayloadEncryption.publicKeyset(keys))
                .seal(PLAIN, "M1", MessageType.CONSENT_ANSWER, "S0001");
    }

    @Test
    void opensWhatWasSealedForThisMessageAndSender() throws Exception {
        assertThat(PayloadEncryption.opener(keys).open(sealed, "M1", MessageType.CONSENT_ANSWER, "S0001"))
                .isEqualTo(PLAIN);
        assertThat(new String(sealed, UTF_8)).doesNotContain("花子");
    }

    @ParameterizedTest
    @CsvSource({"M2,CONSENT_ANSWER,S0001", "M1,CONFERENCE_REQUEST,S0001", "M1,CONSENT_ANSWER,P0001"})
    void refusesAnotherMessageTypeOrSender(String messageId, MessageType type, String sender) throws Exception {
        PayloadEncryption.Opener opener = PayloadEncryption.opener(keys);

        assertThatExceptionOfType(UnreadableMessage.class)
                .isThrownBy(() -> opener.open(sealed, messageId, type, sender))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(FailureCode.BODY_UNREADABLE));
    }

    @Test
    void refusesAnotherHubsKeyAndChangedBytes() throws Exception {
        PayloadEncryption.Opener other = PayloadEncryption.opener(PayloadEncryption.newPrivateKeyset());
        assertThatExceptionOfType(UnreadableMessage.class)
                .isThrownBy(() -> other.open(sealed, "M1", MessageType.CONSENT_ANSWER, "S0001"));

        sealed[sealed.length - 1] ^= 1;
        PayloadEncryption.Opener opener = PayloadEncryption.opener(keys);
        assertThatExceptionOfType(UnreadableMessage.class)
                .isThrownBy(() -> opener.open(sealed, "M1", MessageType.CONSENT_ANSWER, "S0001"));
    }

    @Test
    void handsOutAPublicKeysetWithoutAnySecret() throws Exception {
        String json = PayloadEncryption.publicKeyset(keys);

        assertThat(json).contains("HpkePublicKey").doesNotContain("HpkePrivateKey");
    }

    @Test
    void keepsOpeningOldMessagesAfterAKeyIsAdded() throws Exception {
        KeysetHandle rotated = KeysetHandle.newBuilder(keys)
                .addEntry(KeysetHandle.generateEntryFromParameters(
                                keys.getPrimary().getKey().getParameters())
                        .withRandomId()
                        .makePrimary())
                .build();
        byte[] fresh = PayloadEncryption.sealer(PayloadEncryption.publicKeyset(rotated))
                .seal(PLAIN, "M1", MessageType.CONSENT_ANSWER, "S0001");
        PayloadEncryption.Opener opener = PayloadEncryption.opener(rotated);

        assertThat(opener.open(sealed, "M1", MessageType.CONSENT_ANSWER, "S0001"))
                .isEqualTo(PLAIN);
        assertThat(opener.open(fresh, "M1", MessageType.CONSENT_ANSWER, "S0001"))
                .isEqualTo(PLAIN);
    }
}
