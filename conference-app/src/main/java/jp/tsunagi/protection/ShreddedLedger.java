package jp.tsunagi.protection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Which cases were shredded, apart from the database: an old copy of that remembers them, and forgets them again by this at
 * the next start. Kept in several files, each of which is enough; lines are added and never changed. It holds opaque ids,
 * times and the names of rules.
 */
public final class ShreddedLedger {

    /** Name of the file in each folder. */
    public static final String FILE = "shredded.log";

    private static final Pattern LINE =
            Pattern.compile("v1 [A-Za-z0-9-]{1,64} [A-Za-z0-9:-]{1,64} \\S+ [a-z.-]+ [A-Za-z0-9-]+ [A-Za-z0-9-]+");

    private final List<Path> files;

    private ShreddedLedger(List<Path> files) {
        this.files = List.copyOf(files);
    }

    /**
     * That a case was shredded.
     *
     * @param reference number of its last conference, for counts and certificates
     * @param rule by which it was deleted
     * @param proposedBy account of who proposed it
     * @param confirmedBy account of who confirmed it
     */
    public record Line(
            String caseId, String reference, Instant at, String rule, String proposedBy, String confirmedBy) {

        private String text() {
            return String.join(" ", "v1", caseId, reference, at.toString(), rule, proposedBy, confirmedBy);
        }
    }

    /**
     * Reads all files, and adds to each what only another one has: whichever was put back from a backup catches up.
     *
     * @throws IllegalStateException where a file has a line that is none; the text names file and line
     */
    public static ShreddedLedger open(List<Path> files) {
        ShreddedLedger ledger = new ShreddedLedger(files);
        ledger.lines().forEach(ledger::enter);
        return ledger;
    }

    /** All of them, the oldest first; read from the files, since another node may have added one. */
    public List<Line> lines() {
        Map<String, Line> all = new LinkedHashMap<>();
        files.forEach(file -> read(file).forEach(line -> all.putIfAbsent(line.caseId(), line)));
        return List.copyOf(all.values());
    }

    public boolean has(String caseId) {
        return lines().stream().anyMatch(line -> line.caseId().equals(caseId));
    }

    /** Enters it in every file that lacks it; when this returns, it is durable. */
    public void enter(Line line) {
        for (Path file : files) {
            if (read(file).stream().noneMatch(there -> there.caseId().equals(line.caseId()))) {
                append(file, line);
            }
        }
    }

    private static void append(Path file, Line line) {
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            // What a crash left of a line is ended first: it was never acted upon.
            String begun = endsInLine(file) ? "" : " torn\n";
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.APPEND)) {
                channel.write(ByteBuffer.wrap((begun + line.text() + "\n").getBytes(StandardCharsets.UTF_8)));
                channel.force(true);
            }
            try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
                folder.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The ledger of shredded cases cannot be written: " + file, e);
        }
    }

    private static boolean endsInLine(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        return bytes.length == 0 || bytes[bytes.length - 1] == '\n';
    }

    private static List<Line> read(Path file) {
        try {
            if (!Files.exists(file)) {
                return List.of();
            }
            String text = Files.readString(file);
            List<Line> lines = new ArrayList<>();
            int number = 0;
            for (String line :
                    text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
                number++;
                if (!line.endsWith(" torn")) {
                    lines.add(parse(line, file, number));
                }
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException("The ledger of shredded cases cannot be read: " + file, e);
        }
    }

    private static Line parse(String line, Path file, int number) {
        try {
            if (LINE.matcher(line).matches()) {
                String[] cells = line.split(" ");
                return new Line(cells[1], cells[2], Instant.parse(cells[3]), cells[4], cells[5], cells[6]);
            }
        } catch (DateTimeParseException e) {
            // Said below, as of any other line that is none.
        }
        throw new IllegalStateException("Line " + number + " of " + file
                + " is no line of the ledger of shredded cases. Put the file back from its copy; never delete it.");
    }
}
