package jp.tsunagi.bench;

import com.mongodb.event.CommandFailedEvent;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.event.CommandSucceededEvent;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import jp.tsunagi.Tsunagi;
import jp.tsunagi.integration.broker.Broker;
import jp.tsunagi.integration.broker.EmbeddedBroker;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** The whole hub in this process, with every durable write to its store counted. */
final class BenchHub implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    BenchHub(Path folder) {
        String[] arguments = {
            "--spring.profiles.active=demo",
            "--server.port=0",
            "--tsunagi.broker.port=0",
            "--tsunagi.data-dir=" + folder.resolve("data"),
            "--tsunagi.key-dir=" + folder.resolve("keys"),
            "--spring.main.banner-mode=off",
            "--spring.jmx.enabled=false"
        };
        context = new SpringApplication(Tsunagi.class, Parts.class).run(arguments);
    }

    String url() {
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    int brokerPort() {
        return ((EmbeddedBroker) context.getBean(Broker.class)).port();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    Writes writes() {
        return context.getBean(Writes.class);
    }

    @Override
    public void close() {
        context.close();
    }

    /** Not annotated as a configuration: no other test's scan may find it. */
    static class Parts {

        @Bean
        Writes writes() {
            return new Writes();
        }

        @Bean
        MongoClientSettingsBuilderCustomizer counting(Writes writes) {
            return settings -> settings.addCommandListener(writes);
        }
    }

    /** Counts commands that write, their bytes where asked to, and notices in inboxes. */
    static final class Writes implements CommandListener {

        private static final Set<String> KINDS = Set.of("insert", "update", "delete", "findAndModify");

        /** Where the work of a request shows; the audit seals and leases of timers do not count as work. */
        private static final Set<String> WORK = Set.of("cases", "conferences", "notices", "outboxMarks");

        private final Map<String, LongAdder> byTarget = new ConcurrentHashMap<>();
        private final Map<Integer, Integer> noticesUnderWay = new ConcurrentHashMap<>();
        private final Set<Integer> workUnderWay = ConcurrentHashMap.newKeySet();
        private final LongAdder notices = new LongAdder();
        private final LongAdder writes = new LongAdder();
        private final LongAdder inserts = new LongAdder();
        private final LongAdder bytes = new LongAdder();
        private final LongAdder reads = new LongAdder();
        private volatile boolean weighing;
        private volatile long lastWork = System.nanoTime();

        void weigh(boolean on) {
            weighing = on;
        }

        @Override
        public void commandStarted(CommandStartedEvent event) {
            String name = event.getCommandName();
            if (!KINDS.contains(name)) {
                reads.increment();
                return;
            }
            writes.increment();
            String collection = event.getCommand().getString(name).getValue();
            if (WORK.contains(collection)) {
                workUnderWay.add(event.getRequestId());
            }
            if (weighing) {
                byTarget.computeIfAbsent(name + " " + collection, key -> new LongAdder())
                        .increment();
                bytes.add(new RawBsonDocument(event.getCommand(), new BsonDocumentCodec())
                        .getByteBuffer()
                        .remaining());
            }
            if (name.equals("insert")) {
                inserts.increment();
                if (collection.equals("notices")) {
                    noticesUnderWay.put(
                            event.getRequestId(),
                            event.getCommand().getArray("documents").size());
                }
            }
        }

        @Override
        public void commandFailed(CommandFailedEvent event) {
            worked(event.getRequestId());
        }

        private void worked(int request) {
            if (workUnderWay.remove(request)) {
                lastWork = System.nanoTime();
            }
        }

        @Override
        public void commandSucceeded(CommandSucceededEvent event) {
            worked(event.getRequestId());
            Integer delivered = noticesUnderWay.remove(event.getRequestId());
            if (delivered != null) {
                notices.add(delivered);
            }
        }

        /** Nanoseconds since the last write of the hub's work ended; zero while one is under way. */
        long idle() {
            long since = System.nanoTime() - lastWork;
            return workUnderWay.isEmpty() ? since : 0;
        }

        long all() {
            return writes.sum();
        }

        /** Notices that lie durably in their inboxes. */
        long notices() {
            return notices.sum();
        }

        long inserts() {
            return inserts.sum();
        }

        long bytes() {
            return bytes.sum();
        }

        long reads() {
            return reads.sum();
        }

        Map<String, LongAdder> byTarget() {
            return byTarget;
        }
    }
}
