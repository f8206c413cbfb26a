package jp.tsunagi.integration.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedBrokerIT {

    private static final String AGENCY = "S0001";
    private static final List<String> FOREIGN = List.of(
            "agency.P0001.inbox",
            "agency.unknown.inbox",
            Addresses.EVENTS,
            Addresses.DEAD_LETTERS,
            Addresses.EXPIRED,
            "activemq.management",
            "activemq.notifications",
            "anything.else");

    private static Path dataDir;
    private static EmbeddedBroker broker;
    private static Connection hub;

    @BeforeAll
    static void start() throws Exception {
        dataDir = BrokerFixtures.newDataDir();
        broker = BrokerFixtures.started(dataDir);
        hub = broker.newConnectionFactory().createConnection();
        hub.start();
    }

    @AfterAll
    static void stop() throws Exception {
        hub.close();
        broker.close();
    }

    private static Connection connect(String user, String password) throws JMSException {
        Connection connection = new ActiveMQConnectionFactory("tcp://127.0.0.1:" + broker.port() + "?callTimeout=5000")
                .createConnection(user, password);
        connection.start();
        return connection;
    }

    private static Session session(Connection connection) throws JMSException {
        return connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
    }

    private static Message receive(String address) throws JMSException {
        try (Session session = session(hub)) {
            return session.createConsumer(session.createQueue(address)).receive(5_000);
        }
    }

    private static void send(Session session, String address, byte[] body) throws JMSException {
        BytesMessage message = session.createBytesMessage();
        message.writeBytes(body);
        session.createProducer(session.createQueue(address)).send(message);
    }

    static Stream<String> foreign() {
        return FOREIGN.stream();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hub.requests", "hub.consent-answers", "hub.replies", "hub.outcome-reports"})
    void letsAnAgencySendToTheHub(String address) throws Exception {
        try (Connection agency = connect(AGENCY, "pw-S0001")) {
            send(session(agency), address, new byte[] {1});
        }
        Message received = receive(address);
        assertThat(received.getStringProperty("JMSXUserID")).isEqualTo(AGENCY);
    }

    @Test
    void countsWhatWaitsAndWhatIsJustBeingHandledFromWithinAndFromOutside() throws Exception {
        RemoteManagement outside = new RemoteManagement(broker.newConnectionFactory());
        assertThat(broker.waiting(Addresses.EVENTS)).isZero();
        try (Session session = session(hub)) {
            send(session, Addresses.EVENTS, new byte[] {1});
            send(session, Addresses.EVENTS, new byte[] {2});
        }
        assertThat(broker.waiting(Addresses.EVENTS)).isEqualTo(2);
        try (Session handling = hub.createSession(true, Session.SESSION_TRANSACTED)) {
            assertThat(handling.createConsumer(handling.createQueue(Addresses.EVENTS))
                            .receive(5_000))
                    .isNotNull();
            assertThat(broker.waiting(Addresses.EVENTS)).isEqualTo(2);
            assertThat(outside.messageCount(Addresses.EVENTS)).isEqualTo(2);
            handling.commit();
        }
        assertThat(broker.waiting(Addresses.EVENTS)).isEqualTo(1);
        assertThat(outside.messageCount(Addresses.EVENTS)).isEqualTo(1);
        assertThat(receive(Addresses.EVENTS)).isNotNull();
    }

    @Test
    void letsAnAgencyReadAndBrowseItsOwnInbox() throws Exception {
        send(session(hub), "agency.S0001.inbox", new byte[] {1});
        try (Connection agency = connect(AGENCY, "pw-S0001")) {
            Session session = session(agency);
            assertThat(session.createBrowser(session.createQueue("agency.S0001.inbox"))
                            .getEnumeration()
                            .hasMoreElements())
                    .isTrue();
            assertThat(session.createConsumer(session.createQueue("agency.S0001.inbox"))
                            .receive(5_000))
                    .isNotNull();
        }
    }

    @ParameterizedTest
    @MethodSource("foreign")
    void refusesAnAgencyToSendElsewhere(String address) throws Exception {
        try (Connection agency = connect(AGENCY, "pw-S0001")) {
            assertThatExceptionOfType(JMSException.class)
                    .isThrownBy(() -> send(session(agency), address, new byte[] {1}));
        }
    }

    @Test
    void refusesAnAgencyToSendToItsOwnInbox() throws Exception {
        try (Connection agency = connect(AGENCY, "pw-S0001")) {
            assertThatExceptionOfType(JMSException.class)
                    .isThrownBy(() -> send(session(agency), "agency.S0001.inbox", new byte[] {1}));
        }
    }

    static Stream<String> unreadable() {
        return Stream.of(
                        FOREIGN.stream(),
                        Addresses.INBOUND.stream(),
                        Stream.of("agency.S0001.inbox::agency.P0001.inbox", "agency.P0001.inbox::agency.P0001.inbox"))
                .flatMap(names -> names);
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void refusesAnAgencyToReadElsewhere(String address) throws Exception {
        try (Connection agency = connect(AGENCY, "pw-S0001")) {
            Session session = session(agency);
            assertThatExceptionOfType(JMSException.class)
                    .isThrownBy(() -> session.createConsumer(session.createQueue(address)));
        }
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void refusesAnAgencyToBrowseElsewhere(String address) throws Exception {
        try (Connection agency = connect(AGENCY, "pw-S0001")) {
            Session session = session(agency);
            assertThatExceptionOfType(JMSException.class)
                    .isThrownBy(() -> session.createBrowser(session.createQueue(address))
                            .getEnumeration()
                            .hasMoreElements());
        }
    }

    @Test
    void refusesAnAgencyToMakeQueuesOrSubscriptions() throws Exception {
        try (Connection agency = connect(AGENCY, "pw-S0001")) {
            Session session = session(agency);
            assertThatExceptionOfType(JMSException.class).isThrownBy(session::createTemporaryQueue);
            assertThatExceptionOfType(JMSException.class)
                    .isThrownBy(() -> session.createConsumer(session.createTopic("hub.requests")));
            assertThatExceptionOfType(JMSException.class)
                    .isThrownBy(() -> session.createSharedDurableConsumer(session.createTopic("x"), "y"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "S0001,wrong",
        "S0001,''",
        "unknown,pw-unknown",
        "'',''",
        "@hub,anything",
        "ACTIVEMQ.CLUSTER.ADMIN.USER,CHANGE ME!!",
        "guest,guest",
        "admin,admin"
    })
    void refusesWhoeverIsNotAnAgency(String user, String password) {
        assertThatExceptionOfType(JMSSecurityException.class).isThrownBy(() -> connect(user, password));
    }

    @Test
    void refusesWhoeverGivesNoName() {
        assertThatExceptionOfType(JMSSecurityException.class)
                .isThrownBy(() -> new ActiveMQConnectionFactory("tcp://127.0.0.1:" + broker.port()).createConnection());
    }

    @Test
    void refusesTheHubsOwnUserFromOutside() {
        ActiveMQConnectionFactory inside = (ActiveMQConnectionFactory) broker.newConnectionFactory();

        assertThatExceptionOfType(JMSSecurityException.class)
                .isThrownBy(() -> connect(inside.getUser(), inside.getPassword()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"JMSXUserID", "_AMQ_VALIDATED_USER"})
    void writesTheTrueSenderOverAForgedOne(String property) throws Exception {
        try (Connection agency = connect(AGENCY, "pw-S0001")) {
            Session session = session(agency);
            Message message = session.createMessage();
            message.setStringProperty(property, "P0001");
            session.createProducer(session.createQueue(Addresses.REQUESTS)).send(message);
        }
        assertThat(receive(Addresses.REQUESTS).getStringProperty("JMSXUserID")).isEqualTo(AGENCY);
    }

    @Test
    void refusesWhatIsTooLargeAndKeepsNothingOfIt() throws Exception {
        try (Connection agency = connect(AGENCY, "pw-S0001")) {
            Session session = session(agency);
            assertThatExceptionOfType(JMSException.class)
                    .isThrownBy(() -> send(session, Addresses.REQUESTS, new byte[2 << 20]))
                    .withMessageContaining("larger");
            send(session(agency), Addresses.REQUESTS, new byte[(1 << 20) - 1]);
        }
        assertThat(receive(Addresses.REQUESTS)).isNotNull();
        try (Stream<Path> files = Files.walk(dataDir.resolve("large-messages"))) {
            assertThat(files.filter(Files::isRegularFile)).hasSizeLessThanOrEqualTo(1);
        }
    }

    @Test
    void opensAnInboxLaterAndOnlyForACode() throws Exception {
        broker.open("J0001");
        broker.open("J0001");
        send(session(hub), "agency.J0001.inbox", new byte[] {1});

        assertThat(receive("agency.J0001.inbox")).isNotNull();
        assertThatIllegalArgumentException().isThrownBy(() -> broker.open("a.inbox' OR 1=1"));
    }

    @Test
    void removesOnlyRecallableNoticesOfTheCaseAndAgencies() throws Exception {
        for (String agency : List.of("011002", "P0001")) {
            notice(agency, "K1", "C1", true);
            notice(agency, "K1", "C2", true);
            notice(agency, "K1", "C1", false);
            notice(agency, "K2", "C3", true);
        }
        QueuedNotices queued = broker.queuedNotices();

        assertThat(queued.removeOfCase("K1", Set.of("P0001"))).isEqualTo(2);
        assertThat(queued.removeOfConference("C1", Set.of())).isEqualTo(1);
        assertThat(queued.removeOfCase("K1", Set.of())).isEqualTo(1);
        assertThat(queued.removeOfCase("K1", Set.of("J9999"))).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> queued.removeOfCase("x' OR '1'='1", Set.of()));
        for (String agency : List.of("011002", "P0001")) {
            assertThat(receive("agency." + agency + ".inbox")).isNotNull();
            assertThat(receive("agency." + agency + ".inbox")).isNotNull();
        }
    }

    private static void notice(String agency, String caseId, String conferenceId, boolean recallable) throws Exception {
        try (Session session = session(hub)) {
            Message message = session.createMessage();
            message.setStringProperty("caseId", caseId);
            message.setStringProperty("conferenceId", conferenceId);
            message.setBooleanProperty("tsunagiRecallable", recallable);
            session.createProducer(session.createQueue("agency." + agency + ".inbox"))
                    .send(message);
        }
    }

    @Test
    void isManagedOverMessagesAsARemoteBrokerIs() throws Exception {
        RemoteManagement management = new RemoteManagement(broker.newConnectionFactory());
        management.createQueue("agency.R0001.inbox");
        management.createQueue("agency.R0001.inbox");
        notice("R0001", "K9", "C9", true);

        assertThat(management.queueNames()).contains("agency.R0001.inbox", Addresses.REQUESTS);
        assertThat(new ManagedQueuedNotices(management).removeOfCase("K9", Set.of()))
                .isEqualTo(1);
        assertThatIllegalStateException()
                .isThrownBy(() -> management.removeMessages("agency.R0001.inbox", "not a filter ("));
    }

    @Test
    void refusesClearlyWhileTheDiskIsFull() throws Exception {
        EmbeddedBroker full = new EmbeddedBroker(
                BrokerFixtures.settings(0),
                BrokerFixtures.newDataDir(),
                () -> BrokerFixtures.AGENCIES,
                BrokerFixtures::authenticate);
        full.start();
        try (Connection connection = full.newConnectionFactory().createConnection()) {
            org.awaitility.Awaitility.await().until(() -> !full.isUp());
            assertThatExceptionOfType(JMSException.class)
                    .isThrownBy(() -> send(session(connection), Addresses.REQUESTS, new byte[] {1}))
                    .withMessageContaining("full");
        } finally {
            full.close();
        }
    }

    @Test
    void doesNotStartOnAPortThatIsTaken() {
        BrokerSettings defaults = BrokerFixtures.settings();
        BrokerSettings taken = new BrokerSettings(
                broker.port(),
                defaults.host(),
                null,
                3,
                defaults.deadLetterRetry(),
                defaults.globalMaxSize(),
                defaults.inboundLimit(),
                -1,
                defaults.expiryScan(),
                defaults.journalFlush());

        assertThatIllegalStateException()
                .isThrownBy(() ->
                        new EmbeddedBroker(taken, BrokerFixtures.newDataDir(), List::of, (a, p) -> false).start());
    }
}
