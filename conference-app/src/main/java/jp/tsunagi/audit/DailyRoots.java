package jp.tsunagi.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import jp.tsunagi.shared.TimeConfiguration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signed heads of the chain in a second place: one small file for each day, and one at each stop. A file is made once and
 * never touched again, so that the place may be one that can only be added to. Against these even whoever holds the database,
 * its seals and the signature key cannot rewrite the chain, and a database put back from an older copy shows.
 *
 * <p>Several nodes may write into one folder: the first of the day writes, the others find its file.
 */
final class DailyRoots {

    private static final Logger LOG = LoggerFactory.getLogger(DailyRoots.class);
    private static final String PREFIX = "root-";
    private static final String SUFFIX = ".txt";
    private static final long AGAIN_AFTER_FAILURE_SECONDS = 60;

    private final Path folder;
    private final boolean making;
    private final Clock clock;

    // The rest belongs to the appender alone.
    private @Nullable LocalDate writtenOn;
    private Instant notBefore = Instant.EPOCH;
    private @Nullable LocalDate complainedOn;

    /** @param making whether the folder is made where it is missing; one that is named by hand may be a disk not mounted */
    DailyRoots(Path folder, boolean making, Clock clock) {
        this.folder = folder.toAbsolutePath().normalize();
        this.making = making;
        this.clock = clock;
    }

    Path folder() {
        return folder;
    }

    /** Exports the head where none was today. A second place that is away stops nobody's work: it is logged, shown, and tried again. */
    void exportWhereDue(Head head, Function<Instant, Seal> signing) {
        Instant now = clock.instant();
        if (today(now).equals(writtenOn) || now.isBefore(notBefore)) {
            return;
        }
        try {
            if (!hasRootOf(today(now))) {
                write(head, now, signing);
            }
            writtenOn = today(now);
        } catch (IOException | RuntimeException e) {
            failed(now, e);
        }
    }

    /** Exports the head whatever was exported today, if it has moved since. */
    void exportAtStop(Head head, Function<Instant, Seal> signing) {
        try {
            write(head, clock.instant(), signing);
        } catch (IOException | RuntimeException e) {
            failed(clock.instant(), e);
        }
    }

    private void failed(Instant now, Exception e) {
        notBefore = now.plusSeconds(AGAIN_AFTER_FAILURE_SECONDS);
        if (!today(now).equals(complainedOn)) {
            complainedOn = today(now);
            LOG.error(
                    "The head of the audit chain cannot be exported to its second place"
                            + " (tsunagi.audit.export-dir): {}",
                    e.getClass().getSimpleName());
        }
    }

    private void write(Head head, Instant now, Function<Instant, Seal> signing) throws IOException {
        if (making) {
            Files.createDirectories(folder);
        }
        Path file = folder.resolve("%s%s-%012d%s".formatted(PREFIX, today(now), head.seq(), SUFFIX));
        ByteBuffer line = ByteBuffer.wrap((signing.apply(now).toLine() + "\n").getBytes(StandardCharsets.US_ASCII));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            while (line.hasRemaining()) {
                channel.write(line);
            }
            channel.force(true);
        } catch (FileAlreadyExistsException e) {
            LOG.debug("Another node has exported this head today");
        }
    }

    private boolean hasRootOf(LocalDate day) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.getFileName().toString().startsWith(PREFIX + day));
        }
    }

    /**
     * What lies in the second place.
     *
     * @param roots by the number of the entry they cover last
     * @param unreadable files cut short, as by a crash or a full disk
     */
    record Found(NavigableMap<Long, List<Seal>> roots, int unreadable) {

        int count() {
            return roots.values().stream().mapToInt(List::size).sum();
        }

        Optional<Seal> newest() {
            return roots.values().stream()
                    .flatMap(List::stream)
                    .max(java.util.Comparator.comparing(Seal::at)
                            .thenComparing(seal -> seal.head().seq()));
        }
    }

    /** Reads all; nothing where the place is away. */
    Found all() {
        NavigableMap<Long, List<Seal>> roots = new TreeMap<>();
        int unreadable = 0;
        for (Path file : files()) {
            Optional<Seal> root = read(file);
            root.ifPresent(seal -> roots.computeIfAbsent(seal.head().seq(), seq -> new ArrayList<>(1))
                    .add(seal));
            unreadable += root.isPresent() ? 0 : 1;
        }
        return new Found(roots, unreadable);
    }

    /** How it stands with the second place now. */
    SecondPlace state() {
        Found found = all();
        Optional<Seal> newest = found.newest();
        return new SecondPlace(
                reachable(),
                found.count(),
                newest.map(Seal::at).orElse(null),
                newest.map(seal -> seal.head().seq()).orElse(0L),
                found.unreadable());
    }

    /** A folder that is yet to be made is no fault before the first root. */
    boolean reachable() {
        if (making && !Files.exists(folder)) {
            Path parent = folder.getParent();
            return parent != null && Files.isWritable(parent);
        }
        return Files.isDirectory(folder) && Files.isWritable(folder);
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> {
                        String name = file.getFileName().toString();
                        return name.startsWith(PREFIX) && name.endsWith(SUFFIX);
                    })
                    .sorted()
                    .toList();
        } catch (IOException e) {
            LOG.warn(
                    "The second place of the audit cannot be listed: {}",
                    e.getClass().getSimpleName());
            return List.of();
        }
    }

    private static Optional<Seal> read(Path file) {
        try {
            return Seal.parse(
                    Files.readString(file, StandardCharsets.ISO_8859_1).strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, TimeConfiguration.JAPAN);
    }
}
