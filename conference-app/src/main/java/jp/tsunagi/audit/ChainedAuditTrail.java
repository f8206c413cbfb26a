package jp.tsunagi.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import jp.tsunagi.shared.Refusal;
import jp.tsunagi.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chains events and writes them in groups: one thread takes whatever waits, links it to the head and writes it with one
 * command; each caller is let go when its own entry is durable. While a group is being written, the next one gathers.
 *
 * <p>Several nodes write one chain. Who finds a number taken reads on to the new head and links again what is unwritten.
 */
final class ChainedAuditTrail implements AuditTrail, AutoCloseable {

    static final String UNAVAILABLE = "audit.unavailable";

    private static final Logger LOG = LoggerFactory.getLogger(ChainedAuditTrail.class);
    private static final int MOST_WAITING = 10_000;
    private static final int MOST_AT_ONCE = 1_000;
    private static final Duration SEAL_AGAIN_AFTER_FAILURE = Duration.ofSeconds(5);
    private static final long LONGEST_STOP_MILLIS = 15_000;

    private final Chain chain;
    private final Seals seals;
    private final DailyRoots roots;
    private final Clock clock;
    private final AuditSettings settings;
    private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Thread appender = new Thread(this::run, "audit-appender");
    private volatile boolean stopping;

    // The rest belongs to the appender alone.
    private @Nullable Head head;
    private long sealedTo;
    private long sealDue;
    private boolean sealFailed;

    private ChainedAuditTrail(Chain chain, Seals seals, DailyRoots roots, Clock clock, AuditSettings settings) {
        this.chain = chain;
        this.seals = seals;
        this.roots = roots;
        this.clock = clock;
        this.settings = settings;
        this.sealDue = System.nanoTime() + settings.sealWithin().toNanos();
        appender.setDaemon(true);
    }

    static ChainedAuditTrail start(Chain chain, Seals seals, DailyRoots roots, Clock clock, AuditSettings settings) {
        ChainedAuditTrail trail = new ChainedAuditTrail(chain, seals, roots, clock, settings);
        trail.appender.start();
        return trail;
    }

    @Override
    public void record(AuditEvent event) {
        append(event);
    }

    /** The same, telling the number of the entry. */
    long append(AuditEvent event) {
        Waiting waiting = new Waiting(event);
        if (stopping || !queue.offer(waiting)) {
            throw unavailable();
        }
        try {
            return waiting.written.get(settings.timeout().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            waiting.written.cancel(false);
            throw unavailable();
        } catch (ExecutionException | TimeoutException e) {
            waiting.written.cancel(false);
            throw unavailable();
        }
    }

    /** Writes what waits, seals the head, and refuses whatever comes after. */
    @Override
    public void close() {
        stopping = true;
        try {
            appender.join(LONGEST_STOP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        List<Waiting> group = new ArrayList<>();
        while (!stopping || !queue.isEmpty()) {
            group.clear();
            try {
                Waiting first = queue.poll(250, TimeUnit.MILLISECONDS);
                if (first != null) {
                    group.add(first);
                    queue.drainTo(group, MOST_AT_ONCE - 1);
                }
            } catch (InterruptedException e) {
                stopping = true;
            }
            group.removeIf(waiting -> waiting.written.isDone());
            if (!group.isEmpty()) {
                write(group);
            }
            sealWhereDue(false);
            if (head != null) {
                roots.exportWhereDue(head, signing(head));
            }
        }
        sealWhereDue(true);
        if (head != null) {
            roots.exportAtStop(head, signing(head));
        }
        queue.forEach(Waiting::refuse);
    }

    private void write(List<Waiting> group) {
        int done = 0;
        long deadline = System.nanoTime() + settings.timeout().toNanos();
        try {
            Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            Head last = head == null ? loadHead() : head;
            while (done < group.size()) {
                List<Entry> entries = new ArrayList<>(group.size() - done);
                for (Waiting waiting : group.subList(done, group.size())) {
                    Entry entry = Entry.after(last, at, waiting.event);
                    entries.add(entry);
                    last = entry.head();
                }
                int written = chain.write(entries);
                for (Entry entry : entries.subList(0, written)) {
                    group.get(done++).written.complete(entry.seq());
                }
                if (written < entries.size()) {
                    last = headBeyond(entries.get(written), deadline);
                }
                head = last;
            }
        } catch (RuntimeException e) {
            head = null; // What is in the database is unknown now.
            LOG.error("The audit chain cannot be written: {}", e.getClass().getSimpleName());
            group.subList(done, group.size()).forEach(Waiting::refuse);
        }
    }

    /** The head that another node made. It may take a moment until a majority holds it. */
    private Head headBeyond(Entry refused, long deadline) {
        while (true) {
            Head reached = chain.headFrom(new Head(refused.seq() - 1, refused.prevHash()));
            if (reached.seq() >= refused.seq()) {
                return reached;
            }
            if (System.nanoTime() - deadline >= 0) {
                throw new IllegalStateException("The new head of the audit chain cannot be read");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
    }

    /** From the newest seal, where its entry is there: reading on from it takes one step, not the whole chain. */
    private Head loadHead() {
        Head sealed = seals.newest().orElse(Head.NONE);
        if (sealed.seq() > 0) {
            Head reached = chain.headFrom(new Head(sealed.seq() - 1, sealed.hash()));
            if (reached.seq() >= sealed.seq()) {
                sealedTo = sealed.seq();
                return reached;
            }
            LOG.error("The audit chain ends before its newest seal: its tail was cut off");
        }
        sealedTo = 0;
        return chain.headFrom(Head.NONE);
    }

    private void sealWhereDue(boolean stop) {
        Head last = head;
        if (last == null || last.seq() <= sealedTo) {
            return;
        }
        boolean due = System.nanoTime() - sealDue >= 0;
        boolean many = !sealFailed && last.seq() - sealedTo >= settings.sealEvery();
        if (!stop && !due && !many) {
            return;
        }
        try {
            seals.seal(last, clock.instant());
            sealedTo = last.seq();
            sealFailed = false;
            sealDue = System.nanoTime() + settings.sealWithin().toNanos();
        } catch (RuntimeException e) {
            LOG.error("The audit chain cannot be sealed: {}", e.getClass().getSimpleName());
            sealFailed = true;
            sealDue = System.nanoTime() + SEAL_AGAIN_AFTER_FAILURE.toNanos();
        }
    }

    private Function<Instant, Seal> signing(Head last) {
        return now -> seals.sign(last, now);
    }

    private static Refused unavailable() {
        return Refusal.unavailable(UNAVAILABLE);
    }

    /** An event whose caller waits for its number. */
    private static final class Waiting {
        private final AuditEvent event;
        private final CompletableFuture<Long> written = new CompletableFuture<>();

        Waiting(AuditEvent event) {
            this.event = event;
        }

        void refuse() {
            written.completeExceptionally(unavailable());
        }
    }
}
