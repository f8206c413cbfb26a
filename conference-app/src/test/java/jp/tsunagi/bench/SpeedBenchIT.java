package jp.tsunagi.bench;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import jp.tsunagi.agency.Agencies;
import jp.tsunagi.agency.Agency;
import jp.tsunagi.agency.AgencyKind;
import jp.tsunagi.integration.broker.Addresses;
import jp.tsunagi.integration.broker.BrokerSettings;
import jp.tsunagi.integration.broker.EmbeddedBroker;
import jp.tsunagi.integration.contract.AgencyMessageFactory;
import jp.tsunagi.integration.contract.Envelope;
import jp.tsunagi.integration.contract.MessageCodec;
import jp.tsunagi.integration.contract.MessageType;
import jp.tsunagi.integration.contract.PayloadEncryption;
import jp.tsunagi.integration.contract.WireHeaders;
import jp.tsunagi.protection.KeyRing;
import jp.tsunagi.store.EmbeddedDatabase;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How fast requests are accepted and notices delivered, each beside what the bare servers do in the same run; under the
 * profile {@code bench} alone. Prints, and fails only where it cannot measure.
 */
@Tag("bench")
class SpeedBenchIT {

    private static final int SENDERS = 16;
    private static final int EACH = Integer.getInteger("tsunagi.bench.each", 10);
    private static final int ROUNDS = Integer.getInteger("tsunagi.bench.rounds", 5);
    private static final int CONVENINGS = Integer.getInteger("tsunagi.bench.convenings", 100);
    private static final int CONVENINGS_TO_WARM_UP = 10;
    private static final int INVITED = 20;
    private static final String AGENCY = "011002";
    private static final String PASSWORD = "demo-pass";
    private static final Duration LONGEST_ROUND = Duration.ofMinutes(3);
    /** A little longer than {@code tsunagi.hub.outbox-interval}. */
    private static final Duration IDLE = Duration.ofMillis(250);

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ExecutorService pool = Executors.newFixedThreadPool(SENDERS);
    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger numbers = new AtomicInteger();

    @TempDir
    Path folder;

    private BenchHub hub;
    private Bare bare;

    @BeforeEach
    void start() throws Exception {
        hub = new BenchHub(folder.resolve("hub"));
        bare = new Bare(folder.resolve("bare"));
    }

    @AfterEach
    void stop() throws Exception {
        pool.shutdownNow();
        bare.close();
        hub.close();
    }

    @Test
    void measuresAcceptingAndConvening() throws Exception {
        String accepting = accepting();
        String convening = convening();
        System.out.printf(
                "%n%-48s | %-10s | %-28s | %6s | %s%n%s%n%s%n%n",
                "figure", "hub", "bare servers, same run", "ratio", "to reach", accepting, convening);
    }

    private String accepting() throws Exception {
        int messages = SENDERS * EACH;
        try (Senders senders = new Senders()) {
            for (int i = 0; i < 3; i++) {
                senders.round(messages);
            }
            hub.writes().weigh(true);
            long writesBefore = hub.writes().all();
            long insertsBefore = hub.writes().inserts();
            long readsBefore = hub.writes().reads();
            senders.round(messages);
            hub.writes().weigh(false);
            double writes = (hub.writes().all() - writesBefore) / (double) messages;
            double inserts = (hub.writes().inserts() - insertsBefore) / (double) messages;
            double reads = (hub.writes().reads() - readsBefore) / (double) messages;
            int bytes = (int) (hub.writes().bytes() / (writes * messages));
            assertThat(writes).isPositive();
            bare.round(messages, writes, inserts / writes, bytes, senders.bodyBytes());

            List<Double> accepted = new ArrayList<>();
            List<Double> delivered = new ArrayList<>();
            List<Double> plain = new ArrayList<>();
            List<Double> overHttp = new ArrayList<>();
            List<Double> ratios = new ArrayList<>();
            for (int i = 0; i < ROUNDS; i++) {
                Round round = senders.round(messages);
                accepted.add(round.accepted());
                delivered.add(round.delivered());
                plain.add(bare.round(messages, writes, inserts / writes, bytes, senders.bodyBytes()));
                ratios.add(round.delivered() / plain.get(i));
                overHttp.add(httpRound(messages));
            }
            double ratio = median(ratios);
            System.out.printf(
                    "%nrequests, %d senders, %d rounds of %d, medians%n"
                            + "  hub, over hub.requests: %.0f accepted/s; %.0f/s until every notice was delivered%n"
                            + "  bare: %.0f/s (transacted send + receive of %d bytes, and %.1f durable writes of %d"
                            + " bytes, %.0f %% of them inserts)%n"
                            + "  ratio %.2f (goal 0.5: %s)%n"
                            + "  hub, over HTTP: %.0f accepted/s%n"
                            + "  reads per request %.1f; writes per request:%n%s%n",
                    SENDERS,
                    ROUNDS,
                    messages,
                    median(accepted),
                    median(delivered),
                    median(plain),
                    senders.bodyBytes(),
                    writes,
                    bytes,
                    100 * inserts / writes,
                    ratio,
                    ratio >= 0.5 ? "reached" : "not reached",
                    median(overHttp),
                    reads,
                    hub.writes().byTarget().entrySet().stream()
                            .map(entry -> "    %-32s %.2f"
                                    .formatted(entry.getKey(), entry.getValue().sum() / (double) messages))
                            .sorted()
                            .collect(Collectors.joining("\n")));
            return row(
                    "requests until delivered, %d senders".formatted(SENDERS),
                    "%.0f/s".formatted(median(delivered)),
                    "%.0f/s (messages and writes)".formatted(median(plain)),
                    ratio,
                    "at least 0.5: " + (ratio >= 0.5 ? "reached" : "not reached"));
        }
    }

    private String convening() throws Exception {
        List<String> codes = hub.bean(Agencies.class).codes().stream()
                .map(code -> hub.bean(Agencies.class).find(code).orElseThrow())
                .filter(agency -> agency.active() && agency.kind() == AgencyKind.MUNICIPALITY)
                .map(Agency::id)
                .filter(code -> !code.equals(AGENCY) && !code.equals("012041"))
                .limit(INVITED)
                .toList();
        assertThat(codes).hasSize(INVITED);
        double[] ours = new double[CONVENINGS];
        double[] bareSends = new double[CONVENINGS];
        for (int i = -CONVENINGS_TO_WARM_UP; i < CONVENINGS; i++) {
            double convened = convene(codes);
            double sent = bare.sends(codes);
            if (i >= 0) {
                ours[i] = convened;
                bareSends[i] = sent;
            }
        }
        double ratio = percentile(ours, 99) / percentile(bareSends, 99);
        System.out.printf(
                "%nconvening to %d notices in %d inboxes, %d times%n"
                        + "  hub: median %.1f ms, p99 %.1f ms%n"
                        + "  %d bare durable sends: median %.1f ms, p99 %.1f ms%n"
                        + "  ratio of p99 %.2f (goal 3: %s); of medians %.2f%n%n",
                INVITED,
                INVITED,
                CONVENINGS,
                percentile(ours, 50),
                percentile(ours, 99),
                INVITED,
                percentile(bareSends, 50),
                percentile(bareSends, 99),
                ratio,
                ratio <= 3 ? "reached" : "not reached",
                percentile(ours, 50) / percentile(bareSends, 50));
        return row(
                "convening to %d notices in inboxes, p99 of %d".formatted(INVITED, CONVENINGS),
                "%.1f ms".formatted(percentile(ours, 99)),
                "%.1f ms (durable sends)".formatted(percentile(bareSends, 99)),
                ratio,
                "at most 3: " + (ratio <= 3 ? "reached" : "not reached"));
    }

    private static String row(String figure, String hub, String bare, double ratio, String goal) {
        return "%-48s | %-10s | %-28s | %6.2f | %s".formatted(figure, hub, bare, ratio, goal);
    }

    /** Milliseconds from the call that convenes until all notices are durably in their inboxes. */
    private double convene(List<String> codes) throws Exception {
        long before = hub.writes().notices();
        String id = call("asahikawa", "/conferences", request(numbers.incrementAndGet(), codes))
                .path("id")
                .asString();
        awaitNotices(before + 2);
        call("shelter", "/conferences/" + id + "/consent-answer", consentAnswer(codes));
        awaitNotices(before + 3);
        call("director", "/conferences/" + id + "/decision", "{\"decision\": \"HOLD\", \"reason\": \"架空\"}");
        awaitNotices(before + 5);
        awaitQuiet();

        long start = System.nanoTime();
        call("center", "/conferences/" + id + "/convening", convening(codes));
        awaitNotices(before + 5 + INVITED + 1);
        return (System.nanoTime() - start) / 1e6;
    }

    private void awaitNotices(long so) {
        long deadline = System.nanoTime() + LONGEST_ROUND.toNanos();
        while (hub.writes().notices() < so) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(
                        "Notices do not arrive: " + hub.writes().notices() + " of " + so);
            }
            LockSupport.parkNanos(200_000);
        }
    }

    /**
     * Until nothing is pending any more. Asked of the counter, which costs the hub nothing; the store is asked, by a look at
     * everything, only once the hub has been idle for longer than the relay waits between two of its runs.
     *
     * @return nanoseconds that it has been idle by then
     */
    private long awaitQuiet() {
        long deadline = System.nanoTime() + LONGEST_ROUND.toNanos();
        while (System.nanoTime() < deadline) {
            long idle = hub.writes().idle();
            if (idle < IDLE.toNanos()) {
                LockSupport.parkNanos(Math.max(IDLE.toNanos() - idle, 1_000_000));
            } else if (pending() == 0) {
                return hub.writes().idle();
            }
        }
        throw new AssertionError("Something is pending still: " + pending());
    }

    private long pending() {
        MongoDatabase database = hub.bean(MongoDatabase.class);
        return database.getCollection("conferences").countDocuments(eq("pending", true))
                + database.getCollection("cases").countDocuments(eq("pending", true));
    }

    /** Accepted per second, with all that follows from it left to follow. */
    private double httpRound(int messages) throws Exception {
        long before = hub.writes().notices();
        double perSecond = perSecond(messages, worker -> {
            for (int i = 0; i < messages / SENDERS; i++) {
                call("asahikawa", "/conferences", request(numbers.incrementAndGet(), List.of("P0001", "J0001")));
            }
        });
        awaitNotices(before + 2L * messages);
        awaitQuiet();
        return perSecond;
    }

    private double perSecond(int messages, Work work) throws Exception {
        long start = System.nanoTime();
        inParallel(work);
        return messages / ((System.nanoTime() - start) / 1e9);
    }

    private interface Work {
        void by(int worker) throws Exception;
    }

    private void inParallel(Work work) throws Exception {
        List<Callable<Void>> tasks = new ArrayList<>();
        for (int worker = 0; worker < SENDERS; worker++) {
            int number = worker;
            tasks.add(() -> {
                work.by(number);
                return null;
            });
        }
        for (Future<Void> done : pool.invokeAll(tasks)) {
            done.get();
        }
    }

    private JsonNode call(String login, String path, String body) throws Exception {
        String basic = Base64.getEncoder().encodeToString((login + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(URI.create(hub.url() + "/api/v1" + path))
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "bench-" + numbers.incrementAndGet())
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
        return JSON.readTree(response.body());
    }

    private static String request(int number, List<String> invited) {
        String invitees = invited.stream()
                .map(code -> "{\"agency\": \"" + code + "\", \"reason\": \"架空の理由\"}")
                .collect(Collectors.joining(", "));
        return """
                {"guidelineItem": 2, "name": "架空 花子%1$d", "kana": "カクウ ハナコ%1$d", "birthDate": "%2$s",
                 "address": "北海道札幌市架空区見本町1-2-3", "addressHandling": "WITHHOLD",
                 "currentSituation": "民間シェルターに滞在している（架空）。",
                 "caseOverview": "夫からの暴力を逃れ、長女と避難した（架空）。%6$s",
                 "topics": "今後の住まいと、長女の就学について", "wishes": "長女と二人で、静かに暮らしたい",
                 "factors": ["DV_ABUSE", "ECONOMIC"], "invitees": [%3$s],
                 "preferredSlots": [{"date": "%4$s", "start": "10:00", "end": "12:00"}], "preferredPlace": "オンライン",
                 "consent": {"confirmed": true, "method": "FACE_TO_FACE", "confirmedBy": "見本 花子",
                             "confirmedOn": "%5$s", "recipients": [%7$s], "contactAgency": "S0001"},
                 "urgent": false}
                """
                .formatted(
                        number,
                        LocalDate.of(1970, 1, 1).plusDays(number % 10_000),
                        invitees,
                        day(7),
                        day(-1),
                        "これは架空の経過である。".repeat(10),
                        quoted(invited));
    }

    private static String consentAnswer(List<String> recipients) {
        return """
                {"result": "CONSENTED", "method": "FACE_TO_FACE", "confirmedBy": "例示 美智子", "confirmedOn": "%s",
                 "recipients": [%s]}
                """
                .formatted(day(0), quoted(recipients));
    }

    private static String convening(List<String> participants) {
        return """
                {"start": "%1$sT10:00", "end": "%1$sT12:00", "place": "オンライン", "online": true,
                 "moderator": "C0001", "recorder": "C0001", "participants": [%2$s]}
                """
                .formatted(
                        day(7),
                        participants.stream()
                                .map(code -> "{\"agency\": \"" + code + "\"}")
                                .collect(Collectors.joining(", ")));
    }

    private static String quoted(List<String> codes) {
        return codes.stream().map(code -> "\"" + code + "\"").collect(Collectors.joining(", "));
    }

    private static LocalDate day(int fromToday) {
        return LocalDate.now(JAPAN).plusDays(fromToday);
    }

    private static double median(List<Double> figures) {
        return percentile(figures.stream().mapToDouble(d -> d).toArray(), 50);
    }

    private static double percentile(double[] figures, int percent) {
        double[] sorted = figures.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, (int) Math.ceil(sorted.length * percent / 100.0) - 1)];
    }

    /** @param accepted per second until all were acknowledged, delivered the same until all that follows was done too */
    private record Round(double accepted, double delivered) {}

    /** Sixteen sessions of a gateway, and one that reads what it is told. */
    private final class Senders implements AutoCloseable {

        private final List<Connection> connections = new ArrayList<>();
        private final List<Session> sessions = new ArrayList<>();
        private final List<MessageProducer> producers = new ArrayList<>();
        private final AtomicInteger acknowledged = new AtomicInteger();
        private final AgencyMessageFactory factory;
        private int bodyBytes;
        private volatile CountDownLatch awaited = new CountDownLatch(0);

        Senders() throws Exception {
            String key = PayloadEncryption.publicKeyset(hub.bean(KeyRing.class).messages());
            factory = new AgencyMessageFactory(AGENCY, new MessageCodec(), PayloadEncryption.sealer(key));
            ActiveMQConnectionFactory broker = new ActiveMQConnectionFactory("tcp://127.0.0.1:" + hub.brokerPort());
            for (int i = 0; i < SENDERS; i++) {
                Connection connection = broker.createConnection(AGENCY, PASSWORD);
                Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                connections.add(connection);
                sessions.add(session);
                producers.add(session.createProducer(session.createQueue(Addresses.REQUESTS)));
            }
            Connection connection = broker.createConnection(AGENCY, PASSWORD);
            connections.add(connection);
            connection
                    .createSession(false, Session.AUTO_ACKNOWLEDGE)
                    .createConsumer(connection
                            .createSession(false, Session.AUTO_ACKNOWLEDGE)
                            .createQueue(Addresses.inboxOf(AGENCY)))
                    .setMessageListener(this::told);
            connection.start();
        }

        private void told(Message message) {
            try {
                if (MessageType.ACKNOWLEDGEMENT.wireName().equals(message.getStringProperty(WireHeaders.TYPE))) {
                    acknowledged.incrementAndGet();
                    awaited.countDown();
                }
            } catch (JMSException e) {
                throw new IllegalStateException(e);
            }
        }

        int bodyBytes() {
            return bodyBytes;
        }

        Round round(int messages) throws Exception {
            List<List<BytesMessage>> ready = new ArrayList<>();
            for (Session session : sessions) {
                List<BytesMessage> own = new ArrayList<>();
                for (int i = 0; i < messages / SENDERS; i++) {
                    int number = numbers.incrementAndGet();
                    byte[] body = request(number, List.of("P0001", "J0001")).getBytes(StandardCharsets.UTF_8);
                    bodyBytes = body.length;
                    own.add(factory.create(
                            session,
                            new Envelope("bench-" + number, MessageType.CONFERENCE_REQUEST, 1, Instant.now(), null),
                            body));
                }
                ready.add(own);
            }
            long notices = hub.writes().notices();
            awaited = new CountDownLatch(messages);
            long start = System.nanoTime();
            inParallel(worker -> {
                for (BytesMessage message : ready.get(worker)) {
                    producers.get(worker).send(message);
                }
            });
            assertThat(awaited.await(LONGEST_ROUND.toSeconds(), TimeUnit.SECONDS))
                    .as("acknowledged")
                    .isTrue();
            double accepted = messages / ((System.nanoTime() - start) / 1e9);
            awaitNotices(notices + 2L * messages);
            long idle = awaitQuiet();
            return new Round(accepted, messages / ((System.nanoTime() - idle - start) / 1e9));
        }

        @Override
        public void close() throws Exception {
            for (Connection connection : connections) {
                connection.close();
            }
        }
    }

    /** The same servers with nothing around them. */
    private final class Bare implements AutoCloseable {

        private final EmbeddedBroker broker;
        private final EmbeddedDatabase server;
        private final MongoClient client;
        private final MongoCollection<Document> documents;
        private final Connection sending;
        private final Connection receiving;

        Bare(Path folder) throws Exception {
            BrokerSettings settings = new BrokerSettings(
                    0,
                    "127.0.0.1",
                    null,
                    3,
                    Duration.ofSeconds(5),
                    DataSize.ofMegabytes(64),
                    DataSize.ofMegabytes(256),
                    90,
                    Duration.ofSeconds(30),
                    Duration.ofNanos(500_000));
            List<String> codes = hub.bean(Agencies.class).codes().stream()
                    .map(code -> code.value())
                    .toList();
            broker = new EmbeddedBroker(settings, folder.resolve("broker"), () -> codes, (user, password) -> true);
            broker.start();
            server = EmbeddedDatabase.open(folder.resolve("database"));
            client = MongoClients.create(server.uri());
            documents = client.getDatabase("tsunagi").getCollection("bare");
            sending = new ActiveMQConnectionFactory("tcp://127.0.0.1:" + broker.port())
                    .createConnection(AGENCY, PASSWORD);
            receiving = broker.newConnectionFactory().createConnection();
            receiving.start();
        }

        /** Messages per second. */
        double round(int messages, double writes, double insertShare, int writeBytes, int bodyBytes) throws Exception {
            byte[] body = new byte[bodyBytes];
            byte[] payload = new byte[writeBytes];
            new Random(1).nextBytes(payload);
            AtomicInteger ids = new AtomicInteger((int) documents.countDocuments());
            return perSecond(messages, worker -> {
                Random random = new Random(worker);
                double owed = 0;
                int last = -1;
                try (Session out = sending.createSession(true, Session.SESSION_TRANSACTED);
                        MessageProducer producer = out.createProducer(out.createQueue(Addresses.REQUESTS));
                        Session in = receiving.createSession(true, Session.SESSION_TRANSACTED);
                        MessageConsumer consumer = in.createConsumer(in.createQueue(Addresses.REQUESTS))) {
                    for (int i = 0; i < messages / SENDERS; i++) {
                        BytesMessage message = out.createBytesMessage();
                        message.writeBytes(body);
                        producer.send(message);
                        out.commit();
                        assertThat(consumer.receive(LONGEST_ROUND.toMillis())).isNotNull();
                        in.commit();
                        for (owed += writes; owed >= 1; owed--) {
                            if (last < 0 || random.nextDouble() < insertShare) {
                                last = ids.incrementAndGet();
                                documents.insertOne(document(last, payload));
                            } else {
                                documents.replaceOne(eq("_id", last), document(last, payload));
                            }
                        }
                    }
                }
            });
        }

        /** Milliseconds for one durable message to each of these inboxes. */
        double sends(List<String> codes) throws Exception {
            try (Session session = receiving.createSession(false, Session.AUTO_ACKNOWLEDGE);
                    MessageProducer producer = session.createProducer(null)) {
                producer.setDeliveryMode(DeliveryMode.PERSISTENT);
                byte[] body = new byte[300];
                long start = System.nanoTime();
                for (String code : codes) {
                    BytesMessage message = session.createBytesMessage();
                    message.writeBytes(body);
                    producer.send(session.createQueue(Addresses.inboxOf(code)), message);
                }
                return (System.nanoTime() - start) / 1e6;
            }
        }

        private static Document document(int id, byte[] payload) {
            return new Document("_id", "bare-" + id).append("payload", new Binary(payload));
        }

        @Override
        public void close() throws Exception {
            sending.close();
            receiving.close();
            client.close();
            server.close();
            broker.close();
        }
    }
}
