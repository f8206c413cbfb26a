package jp.tsunagi.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * Agencies that work on while the hub dies under them: each sends a command again, under the same key, until it is
 * answered, and now and then once more although it was.
 */
final class Agencies implements AutoCloseable {

    private static final Duration LONGEST_OUTAGE = Duration.ofMinutes(6);
    private static final int REPEATED_ONE_IN = 10;
    private static final int GATEWAY_ONE_IN = 3;

    /** What becomes of a request, who is told of it, and how it ends. */
    enum Story {
        REQUESTED("CONSENT_CHECK", List.of("center request-received", "shelter consent-check")),
        REFUSED(
                "CANCELLED_NO_CONSENT",
                List.of(
                        "center request-received",
                        "shelter consent-check",
                        "center consent-refused",
                        "requester consent-refused")),
        TAKEN_BACK(
                "CANCELLED_NO_CONSENT",
                List.of(
                        "center request-received",
                        "shelter consent-check",
                        "center consent-withdrawn",
                        "requester consent-withdrawn")),
        CONVENED(
                "CONVENED",
                List.of(
                        "center request-received",
                        "shelter consent-check",
                        "center ready-for-review",
                        "center to-be-convened",
                        "requester to-be-held",
                        "requester convening",
                        "police convening",
                        "childguidance convening"));

        final String end;
        final List<String> notices;

        Story(String end, List<String> notices) {
            this.end = end;
            this.notices = notices;
        }
    }

    /** An acknowledged request. */
    record Done(String key, String requester, Story story, String id, String reference) {}

    private final Api api;
    private final Gate gate;
    private final String run;
    private final long seed;
    private final AtomicInteger numbers = new AtomicInteger();
    private final LongAdder unanswered = new LongAdder();
    private final LongAdder commands = new LongAdder();
    private final Map<String, Done> done = new ConcurrentHashMap<>();
    private final Semaphore turns = new Semaphore(0);
    private final ExecutorService pool = Executors.newCachedThreadPool();
    private final List<Future<?>> running = new ArrayList<>();
    private volatile boolean finishing;

    Agencies(Api api, Gate gate, String run, long seed) {
        this.api = api;
        this.gate = gate;
        this.run = run;
        this.seed = seed;
    }

    /** Lets so many agencies work, each at one request after another. */
    void start(int threads) {
        for (int i = 0; i < threads; i++) {
            Random random = new Random(seed + i);
            run(() -> {
                while (!finishing) {
                    story(random);
                }
                return null;
            });
        }
    }

    void run(Callable<?> work) {
        running.add(pool.submit(work));
    }

    int nextNumber() {
        return numbers.incrementAndGet();
    }

    boolean finishing() {
        return finishing;
    }

    /** Lets each finish what it has begun. */
    void finish() throws Exception {
        finishing = true;
        for (Future<?> work : running) {
            work.get(LONGEST_OUTAGE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Fails at once where one of them was answered what it should not be. */
    void check() throws Exception {
        for (Future<?> work : running) {
            if (work.isDone()) {
                work.get();
            }
        }
    }

    Map<String, Done> done() {
        return done;
    }

    /** Waits until it is the gateway's turn, which comes after every few requests of the others. */
    boolean awaitTurn(Duration atMost) throws InterruptedException {
        return turns.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS);
    }

    long commands() {
        return commands.sum();
    }

    /** How often a command got no answer and was sent again. */
    long unanswered() {
        return unanswered.sum();
    }

    private void story(Random random) throws InterruptedException {
        int number = nextNumber();
        Story story = Story.values()[number % Story.values().length];
        String requester = random.nextBoolean() ? "sapporo" : "asahikawa";
        String key = run + "-" + number;
        Api.Answer opened = command(random, requester, "/conferences", key, Requests.request(number));
        String id = opened.text("id");
        String path = "/conferences/" + id;
        switch (story) {
            case REQUESTED -> {}
            case REFUSED ->
                command(
                        random,
                        "shelter",
                        path + "/consent-answer",
                        key + "-answer",
                        Requests.consentAnswer("REFUSED"));
            case TAKEN_BACK ->
                command(random, requester, path + "/consent-withdrawal", key + "-back", Requests.withdrawal());
            case CONVENED -> {
                String answer = Requests.consentAnswer("CONSENTED");
                command(random, "shelter", path + "/consent-answer", key + "-answer", answer);
                command(random, "director", path + "/decision", key + "-decision", Requests.decision());
                command(random, "center", path + "/convening", key + "-convening", Requests.convening());
            }
        }
        done.put(key, new Done(key, requester, story, id, opened.text("reference")));
        if (number % GATEWAY_ONE_IN == 0) {
            turns.release();
        }
    }

    private Api.Answer command(Random random, String login, String path, String key, String body)
            throws InterruptedException {
        Api.Answer first = untilAnswered(login, path, key, body);
        commands.increment();
        if (random.nextInt(REPEATED_ONE_IN) == 0) {
            Api.Answer again = untilAnswered(login, path, key, body);
            if (!again.text("id").equals(first.text("id"))
                    || !again.text("reference").equals(first.text("reference"))) {
                throw new AssertionError("Repeated " + path + ": " + first.body() + ", then " + again.body());
            }
        }
        return first;
    }

    private Api.Answer untilAnswered(String login, String path, String key, String body) throws InterruptedException {
        long deadline = System.nanoTime() + LONGEST_OUTAGE.toNanos();
        while (System.nanoTime() < deadline) {
            gate.awaitOpen(LONGEST_OUTAGE);
            try {
                Api.Answer answer = api.post(login, path, key, body);
                boolean later = answer.status() == 503 || answer.text("rule").equals("version.stale");
                if (!later) {
                    return answer.orFail();
                }
            } catch (IOException e) {
                // Killed before it answered: whether it was done is not known.
            }
            unanswered.increment();
        }
        throw new AssertionError("Not answered within " + LONGEST_OUTAGE + ": " + path);
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
