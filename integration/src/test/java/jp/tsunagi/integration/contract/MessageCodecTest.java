package jp.tsunagi.integration.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageCodecTest {

    private final MessageCodec codec = new MessageCodec();

    private Object decode(MessageType type, byte[] json) {
        return switch (type) {
            case NOTICE -> codec.decodeNotice(1, json);
            case ACKNOWLEDGEMENT -> codec.decodeAcknowledgement(1, json);
            default -> codec.decode(type, 1, json);
        };
    }

    private UnreadableMessage refusal(MessageType type, int version, String json) {
        return catchThrowableOfType(UnreadableMessage.class, () -> codec.decode(type, version, json.getBytes(UTF_8)));
    }

    @ParameterizedTest
    @EnumSource(MessageType.class)
    void readsEveryExampleAndWritesItBackTheSame(MessageType type) {
        Object body = decode(type, ContractFixtures.exampleBytes(type));

        assertThat(body).isInstanceOf(type.body());
        assertThat(decode(type, codec.encode(body))).isEqualTo(body);
    }

    @Test
    void keepsWhatARequestSays() {
        var request = (ConferenceRequest) codec.decode(
                MessageType.CONFERENCE_REQUEST, 1, ContractFixtures.exampleBytes(MessageType.CONFERENCE_REQUEST));

        assertThat(request.name()).isEqualTo("架空 花子");
        assertThat(request.birthDate()).isEqualTo(LocalDate.of(1988, 4, 12));
        assertThat(request.invitees()).hasSize(2);
        assertThat(request.consent().withheld())
                .singleElement()
                .satisfies(withheld -> assertThat(withheld.exceptRecipients()).containsExactly("J0001"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"guidelineItem", "name", "currentSituation", "caseOverview", "topics", "invitees", "consent"})
    void namesTheRequiredFieldThatIsMissing(String field) {
        String json = ContractFixtures.example(MessageType.CONFERENCE_REQUEST)
                .replace("\"" + field + "\":", "\"other-" + field + "\":");

        UnreadableMessage refusal = refusal(MessageType.CONFERENCE_REQUEST, 1, json);

        assertThat(refusal.code()).isEqualTo(FailureCode.SCHEMA_VIOLATED);
        assertThat(refusal.fields()).containsEntry(field, "required");
    }

    @Test
    void namesNestedFieldsAndNeverAValue() {
        String json = ContractFixtures.example(MessageType.CONFERENCE_REQUEST)
                .replace("\"FACE_TO_FACE\"", "\"架空の秘密\"")
                .replace("\"confirmed\": true", "\"confirmed\": \"架空の秘密\"");

        UnreadableMessage refusal = refusal(MessageType.CONFERENCE_REQUEST, 1, json);

        assertThat(refusal.fields()).containsEntry("consent/method", "enum").containsEntry("consent/confirmed", "type");
        assertThat(refusal.getMessage() + refusal.fields()).doesNotContain("秘密");
    }

    @ParameterizedTest
    @CsvSource({"1988-02-30", "1988-13-01", "88-1-1", "昭和63年"})
    void refusesADateThatNoCalendarHas(String date) {
        String json = ContractFixtures.example(MessageType.CONFERENCE_REQUEST).replace("1988-04-12", date);

        assertThat(refusal(MessageType.CONFERENCE_REQUEST, 1, json).fields()).containsEntry("birthDate", "format");
    }

    @Test
    void refusesADateTimeThatNoCalendarHas() {
        String json =
                ContractFixtures.example(MessageType.OUTCOME_REPORT).replace("2026-12-03T10:00", "2026-02-31T10:00");

        assertThat(refusal(MessageType.OUTCOME_REPORT, 1, json).fields()).containsEntry("start", "format");
    }

    @Test
    void ignoresFieldsThatItDoesNotKnow() {
        String json =
                ContractFixtures.example(MessageType.CONSENT_ANSWER).replaceFirst("\\{", "{\"newField\": {\"a\": 1},");

        assertThat(codec.decode(MessageType.CONSENT_ANSWER, 1, json.getBytes(UTF_8)))
                .isInstanceOf(ConsentAnswer.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 99, -1})
    void refusesOtherMajorVersions(int version) {
        assertThat(refusal(MessageType.CONSENT_ANSWER, version, "{}").code())
                .isEqualTo(FailureCode.VERSION_UNSUPPORTED);
    }

    @Test
    void refusesWhatIsNestedTooDeep() {
        String json = "{\"a\":" + "[".repeat(40) + "]".repeat(40) + "}";

        assertThat(refusal(MessageType.CONSENT_ANSWER, 1, json).code()).isEqualTo(FailureCode.BODY_NOT_JSON);
    }

    @Test
    void refusesStringsBeyondAllMeasure() {
        String json = "{\"a\":\"" + "x".repeat(WireHeaders.MAX_STRING_LENGTH + 1) + "\"}";

        assertThat(refusal(MessageType.CONSENT_ANSWER, 1, json).code()).isEqualTo(FailureCode.BODY_NOT_JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "1", "{\"a\":1,\"a\":2}", "{} {}", "{\"a\":NaN}", "{'a':1}"})
    void refusesWhatIsNoSingleJsonObject(String json) {
        assertThat(refusal(MessageType.CONSENT_ANSWER, 1, json).code()).isEqualTo(FailureCode.BODY_NOT_JSON);
    }

    @Test
    void refusesWhatIsNotUtf8AndWhatIsTooLarge() {
        assertThat(catchThrowableOfType(
                                UnreadableMessage.class,
                                () -> codec.decode(MessageType.CONSENT_ANSWER, 1, new byte[] {'{', (byte) 0xff, '}'}))
                        .code())
                .isEqualTo(FailureCode.BODY_NOT_JSON);
        assertThat(catchThrowableOfType(
                                UnreadableMessage.class,
                                () -> codec.decode(
                                        MessageType.CONSENT_ANSWER, 1, new byte[WireHeaders.MAX_BODY_BYTES + 1]))
                        .code())
                .isEqualTo(FailureCode.BODY_TOO_LARGE);
    }

    @Test
    void answersRandomBytesWithARefusalAndNothingElse() {
        Random random = new Random(20261121);
        for (int i = 0; i < 500; i++) {
            byte[] noise = new byte[random.nextInt(400)];
            random.nextBytes(noise);
            assertThat(catchThrowableOfType(
                            UnreadableMessage.class, () -> codec.decode(MessageType.CONSENT_ANSWER, 1, noise)))
                    .isNotNull();
        }
    }

    @Test
    void answersCutExamplesWithARefusal() {
        String json = ContractFixtures.example(MessageType.CONFERENCE_REQUEST).trim();
        for (int end = 0; end < json.length() - 1; end += 7) {
            assertThat(refusal(MessageType.CONFERENCE_REQUEST, 1, json.substring(0, end)))
                    .isNotNull();
        }
    }

    @Test
    void askesForAnAttendeeUnlessTheAgencyDeclines() {
        String accept = "{\"conferenceId\":\"C1\",\"reply\":\"ACCEPT\"}";

        assertThat(refusal(MessageType.ATTENDANCE_REPLY, 1, accept).fields()).containsKey("attendee");
        assertThat(codec.decode(
                        MessageType.ATTENDANCE_REPLY,
                        1,
                        accept.replace("ACCEPT", "DECLINE").getBytes(UTF_8)))
                .isEqualTo(new AttendanceReply("C1", "DECLINE", null, false, null));
    }

    @Test
    void leavesAbsentValuesOutOfAcknowledgements() {
        String json = new String(codec.encode(Acknowledgement.accepted("M1", "C1", null, null)), UTF_8);

        assertThat(json).contains("\"messageId\":\"M1\"").doesNotContain("reference", "state", "rule");
        assertThat(codec.decodeAcknowledgement(1, json.getBytes(UTF_8)).fields())
                .isEqualTo(Map.of());
    }
}
