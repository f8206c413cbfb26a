package jp.tsunagi.integration.hub;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import jp.tsunagi.integration.broker.Addresses;
import jp.tsunagi.integration.contract.Acknowledgement;
import jp.tsunagi.integration.contract.ConferenceRequest;
import jp.tsunagi.integration.contract.ContractFixtures;
import jp.tsunagi.integration.contract.FailureCode;
import jp.tsunagi.integration.contract.MessageType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class IntakeIT {

    private static final MessageType REQUEST = MessageType.CONFERENCE_REQUEST;

    private static TestHub hub;
    private static TestAgency shelter;

    @BeforeAll
    static void start() throws Exception {
        hub = new TestHub();
        shelter = hub.agency("S0001");
    }

    @AfterAll
    static void stop() throws Exception {
        hub.close();
    }

    @AfterEach
    void clear() throws Exception {
        shelter.drain();
        hub.ports.reset();
    }

    @ParameterizedTest
    @EnumSource(
            value = MessageType.class,
            names = {"NOTICE", "ACKNOWLEDGEMENT"},
            mode = EnumSource.Mode.EXCLUDE)
    void takesEveryTypeAndAcknowledgesIt(MessageType type) throws Exception {
        shelter.send("M1", type);

        assertThat(shelter.acknowledgement()).isEqualTo(Acknowledgement.accepted("M1", "C-M1", "R8-0001", "SUBMITTED"));
        assertThat(hub.ports.calls).singleElement().satisfies(call -> {
            assertThat(call.sender()).isEqualTo("S0001");
            assertThat(call.envelope().type()).isEqualTo(type);
            assertThat(call.json()).isEqualTo(ContractFixtures.example(type));
            assertThat(call.toString()).doesNotContain("架空");
        });
    }

    @Test
    void tellsTheSenderWhichRuleRefusedAndParks() throws Exception {
        hub.ports.onMessage = message -> {
            throw new RuntimeException(
                    new MessageRefused("consent.not-valid", Map.of("consent", "expired"), "The consent has ended"));
        };
        shelter.send("M1", REQUEST);

        assertThat(shelter.acknowledgement())
                .isEqualTo(Acknowledgement.refused("M1", "consent.not-valid", Map.of("consent", "expired")));
        ParkedMessage parked = hub.ports.nextParked();
        assertThat(parked.failure()).isEqualTo(FailureCode.REFUSED);
        assertThat(parked.rule()).isEqualTo("consent.not-valid");
        assertThat(parked.sender()).isEqualTo("S0001");
        assertThat(parked.originalAddress()).isEqualTo(Addresses.REQUESTS);
        assertThat(parked.headers()).containsEntry("tsunagiMessageId", "M1").containsEntry("tsunagiVersion", 1);
        assertThat(hub.ports.calls).hasSize(1);
    }

    static Stream<Arguments> malformed() {
        String example = ContractFixtures.example(REQUEST);
        return Stream.of(
                change(FailureCode.HEADER_MALFORMED, m -> m.clearProperties()),
                change(FailureCode.HEADER_MALFORMED, m -> m.setStringProperty("tsunagiVersion", "one")),
                change(FailureCode.HEADER_MALFORMED, m -> m.setStringProperty("tsunagiSentAt", "yesterday")),
                change(FailureCode.HEADER_MALFORMED, m -> m.setStringProperty("tsunagiMessageId", "x' OR '1'='1")),
                change(FailureCode.HEADER_MALFORMED, m -> m.setStringProperty("tsunagiMessageId", "x".repeat(65))),
                change(FailureCode.TYPE_UNKNOWN, m -> m.setStringProperty("tsunagiType", "something")),
                change(FailureCode.TYPE_UNKNOWN, m -> m.setStringProperty("tsunagiType", "consent-answer")),
                change(FailureCode.TYPE_UNKNOWN, m -> m.setStringProperty("tsunagiType", "notice")),
                change(FailureCode.VERSION_UNSUPPORTED, m -> m.setIntProperty("tsunagiVersion", 2)),
                change(FailureCode.BODY_UNREADABLE, m -> m.setStringProperty("tsunagiMessageId", "another")),
                change(FailureCode.BODY_UNREADABLE, m -> {
                    byte[] noise = new byte[500];
                    new Random(1).nextBytes(noise);
                    m.clearBody();
                    ((BytesMessage) m).writeBytes(noise);
                }),
                change(FailureCode.BODY_UNREADABLE, m -> m.clearBody()),
                sealed(FailureCode.BODY_NOT_JSON, "架空の秘密"),
                sealed(FailureCode.BODY_NOT_JSON, "{\"a\":" + "[".repeat(40) + "]".repeat(40) + "}"),
                sealed(FailureCode.SCHEMA_VIOLATED, "{\"name\":\"架空の秘密\"}"),
                sealed(FailureCode.SENDER_FORGED, example.replaceFirst("\\{", "{\"sender\":\"P0001\",")),
                sealed(FailureCode.SENDER_FORGED, example.replaceFirst("\\{", "{\"senderAgency\":{\"a\":1},")));
    }

    private static Arguments change(FailureCode code, TestAgency.Change change) {
        return Arguments.of(code, (Bad) agency -> agency.send("BAD", REQUEST, change));
    }

    private static Arguments sealed(FailureCode code, String json) {
        return Arguments.of(code, (Bad) agency -> agency.sendSealed("BAD", json.getBytes(UTF_8)));
    }

    interface Bad {
        void sendBy(TestAgency agency) throws JMSException;
    }

    /** All on one hub: what is wrong is put aside, what is right between goes through. */
    @Test
    void parksWhatIsMalformedWhileGoodMessagesPass(CapturedOutput log) throws Exception {
        List<Arguments> all = malformed().toList();
        for (int i = 0; i < all.size(); i++) {
            ((Bad) all.get(i).get()[1]).sendBy(shelter);
            shelter.send("GOOD-" + i, REQUEST);

            ParkedMessage parked = hub.ports.nextParked();
            assertThat(parked.failure()).as("case %d", i).isEqualTo(all.get(i).get()[0]);
            assertThat(parked.sender()).isEqualTo("S0001");
            assertThat(parked.originalAddress()).isEqualTo(Addresses.REQUESTS);
        }
        await().until(() -> hub.ports.calls.size() == all.size());
        assertThat(hub.ports.idsOfCalls()).allMatch(id -> id.startsWith("GOOD-"));
        assertThat(log.getAll()).doesNotContain("秘密", "花子");
    }

    @Test
    void parksOtherKindsOfMessagesWithTheirContent() throws Exception {
        var text = shelter.session.createTextMessage("{}");
        shelter.headers(text, "TEXT", REQUEST);
        shelter.send(Addresses.REQUESTS, text);
        ParkedMessage parkedText = hub.ports.nextParked();
        assertThat(parkedText.failure()).isEqualTo(FailureCode.BODY_UNREADABLE);
        assertThat(parkedText.body()).isEqualTo("{}".getBytes(UTF_8));

        var object = shelter.session.createObjectMessage("a Java object");
        shelter.headers(object, "OBJECT", REQUEST);
        shelter.send(Addresses.REQUESTS, object);
        assertThat(hub.ports.nextParked().failure()).isEqualTo(FailureCode.BODY_UNREADABLE);

        var map = shelter.session.createMapMessage();
        map.setString("CamelBeanMethodName", "x");
        shelter.headers(map, "MAP", REQUEST);
        shelter.send(Addresses.REQUESTS, map);
        assertThat(hub.ports.nextParked().failure()).isEqualTo(FailureCode.BODY_UNREADABLE);
    }

    @Test
    void parksABodyAboveTheLimit() throws Exception {
        BytesMessage large = shelter.session.createBytesMessage();
        large.writeBytes(new byte[(1 << 20) + 1]);
        shelter.headers(large, "LARGE", REQUEST);
        shelter.send(Addresses.REQUESTS, large);

        assertThat(hub.ports.nextParked().failure()).isEqualTo(FailureCode.BODY_TOO_LARGE);
        assertThat(shelter.acknowledgement().rule()).isEqualTo("body-too-large");
    }

    @Test
    void refusesABodySealedForAnotherAgency() throws Exception {
        TestAgency police = hub.agency("P0001");
        BytesMessage stolen = police.message("M1", REQUEST, ContractFixtures.example(REQUEST), null);

        shelter.send(Addresses.REQUESTS, stolen);

        assertThat(hub.ports.nextParked().failure()).isEqualTo(FailureCode.BODY_UNREADABLE);
        assertThat(hub.ports.calls).isEmpty();
    }

    @Test
    void letsNoHeaderFromOutsideSteerTheHub() throws Exception {
        shelter.send("M1", REQUEST, message -> {
            message.setStringProperty("CamelJmsDestinationName", "agency.P0001.inbox");
            message.setStringProperty("camelJmsDestinationName", "agency.P0001.inbox");
            message.setStringProperty("CamelExceptionCaught", "x");
            message.setStringProperty("CamelBeanMethodName", "toString");
            message.setStringProperty("JMSXUserID", "P0001");
            message.setStringProperty("tsunagiOriginalSender", "P0001");
            message.setStringProperty("tsunagiFailure", "expired");
            message.setJMSReplyTo(shelter.session.createQueue("agency.P0001.inbox"));
        });
        TestAgency police = hub.agency("P0001");

        assertThat(shelter.acknowledgement().accepted()).isTrue();
        assertThat(hub.ports.calls).singleElement().satisfies(call -> assertThat(call.sender())
                .isEqualTo("S0001"));
        assertThat(police.receivesNothingMore()).isTrue();
    }

    @Test
    void triesTransientFailuresAgainAndThenParksWithNothingInTheLog(CapturedOutput log) throws Exception {
        AtomicInteger failures = new AtomicInteger();
        hub.ports.onMessage = message -> {
            if (message.envelope().messageId().equals("BAD")) {
                failures.incrementAndGet();
                throw new IllegalStateException("duplicate key: 架空 花子");
            }
            return new AgencyMessagePort.Accepted("C1", null, null);
        };
        shelter.send("BAD", REQUEST);
        shelter.send("GOOD", REQUEST);

        assertThat(shelter.acknowledgement().messageId()).isEqualTo("GOOD");
        ParkedMessage parked = hub.ports.nextParked();
        assertThat(parked.failure()).isEqualTo(FailureCode.DELIVERY_EXHAUSTED);
        assertThat(parked.originalAddress()).isEqualTo(Addresses.REQUESTS);
        assertThat(parked.sender()).isEqualTo("S0001");
        assertThat(failures).hasValue(6);
        assertThat(shelter.receivesNothingMore()).isTrue();
        assertThat(log.getAll()).contains("IllegalStateException").doesNotContain("花子");
    }

    @Test
    void passesAfterATransientFailure() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        hub.ports.onMessage = message -> {
            if (attempts.incrementAndGet() < 4) {
                throw new IllegalStateException("a moment");
            }
            return new AgencyMessagePort.Accepted("C1", null, null);
        };
        shelter.send("M1", REQUEST);

        assertThat(shelter.acknowledgement().accepted()).isTrue();
        assertThat(attempts).hasValue(4);
        assertThat(hub.ports.parked).isEmpty();
    }

    @Test
    void waitsForAStoreThatIsAwayAndParksNothing() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        hub.ports.onMessage = message -> {
            if (attempts.incrementAndGet() < 30) {
                throw new HubUnavailable("store away", new IOException());
            }
            return new AgencyMessagePort.Accepted("C1", null, null);
        };
        shelter.send("M1", REQUEST);

        assertThat(shelter.acknowledgement().accepted()).isTrue();
        assertThat(attempts).hasValue(30);
        assertThat(hub.ports.parked).isEmpty();
    }

    @Test
    void handsARepeatToTheApplicationWithTheSameId() throws Exception {
        shelter.send("M1", REQUEST);
        shelter.send("M1", REQUEST);

        assertThat(shelter.acknowledgement()).isEqualTo(shelter.acknowledgement());
        assertThat(hub.ports.idsOfCalls()).containsExactly("M1", "M1");
    }

    @Test
    void parksWithTheBytesAsTheyCameAndSendsThemAgain() throws Exception {
        hub.ports.onMessage = message -> {
            throw new MessageRefused("not.yet", Map.of(), "Not yet");
        };
        shelter.send("M1", REQUEST);
        ParkedMessage parked = hub.ports.nextParked();
        assertThat(shelter.acknowledgement().accepted()).isFalse();

        hub.ports.onMessage = message -> new AgencyMessagePort.Accepted("C1", null, null);
        hub.context.getBean(Resender.class).resend(parked);

        assertThat(shelter.acknowledgement()).isEqualTo(Acknowledgement.accepted("M1", "C1", null, null));
        AgencyMessage again = hub.ports.calls.get(1);
        assertThat(again.sender()).isEqualTo("S0001");
        assertThat(((ConferenceRequest) again.body()).name()).isEqualTo("架空 花子");
    }

    @Test
    void keepsNoPlainTextInTheJournal() throws Exception {
        String canary = "CANARY-KAKU-HANAKO";
        String json = ContractFixtures.example(REQUEST).replace("架空 花子", canary);
        shelter.send(Addresses.REQUESTS, shelter.message("M1", REQUEST, json, null));
        assertThat(shelter.acknowledgement().accepted()).isTrue();
        hub.ports.onMessage = message -> {
            throw new MessageRefused("no", Map.of("name", "refused"), "No");
        };
        shelter.send(Addresses.REQUESTS, shelter.message("M2", REQUEST, json, null));
        assertThat(shelter.acknowledgement().accepted()).isFalse();

        assertThat(filesHolding(hub.dataDir, "conference-request".getBytes(UTF_16LE)))
                .isNotEmpty();
        assertThat(filesHolding(hub.dataDir, canary.getBytes(UTF_8))).isEmpty();
        assertThat(filesHolding(hub.dataDir, canary.getBytes(UTF_16LE))).isEmpty();
    }

    private static List<Path> filesHolding(Path dir, byte[] wanted) throws IOException {
        try (Stream<Path> files = Files.walk(dir)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> holds(file, wanted))
                    .toList();
        }
    }

    private static boolean holds(Path file, byte[] wanted) {
        try {
            byte[] all = Files.readAllBytes(file);
            for (int i = 0; i + wanted.length <= all.length; i++) {
                if (all[i] == wanted[0] && Arrays.equals(all, i, i + wanted.length, wanted, 0, wanted.length)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }
}
