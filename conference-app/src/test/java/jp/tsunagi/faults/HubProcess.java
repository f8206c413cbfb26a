package jp.tsunagi.faults;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A whole hub in a Java process of its own, on folders and ports that stay the same over its deaths. */
final class HubProcess implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofSeconds(90);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(60);
    private static final Duration ASKED_AGAIN_AFTER = Duration.ofMillis(50);

    private final Path folder;
    private final String mainClass;
    private final int port = freePort();
    private final int brokerPort = freePort();
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final String classPath;
    private Process process;

    /** @param mainClass in the application, or in the tests: those are on its class path only then */
    HubProcess(Path folder, String mainClass) {
        this.folder = folder;
        this.mainClass = mainClass;
        this.classPath = classPath();
    }

    static HubProcess of(Path folder) {
        return new HubProcess(folder, "jp.tsunagi.Tsunagi");
    }

    Path dataDir() {
        return folder.resolve("data");
    }

    Path keyDir() {
        return folder.resolve("keys");
    }

    int brokerPort() {
        return brokerPort;
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /**
     * Starts it once, and stops it as an operator does, to keep the loaded classes in an archive: each start after this
     * takes half as long.
     */
    void startOnce() throws InterruptedException {
        start("-XX:ArchiveClassesAtExit=" + archive(), List.of());
        awaitUp();
        stop();
    }

    /** Starts it; it is not up yet. */
    void start(String... further) {
        boolean archived = Files.exists(archive());
        start(archived ? "-XX:SharedArchiveFile=" + archive() : "-Xshare:auto", List.of(further));
    }

    private void start(String sharing, List<String> further) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xlog:disable",
                sharing,
                "-Xmx512m",
                "-Duser.timezone=UTC",
                "-cp",
                classPath,
                mainClass,
                "--spring.profiles.active=demo",
                "--server.port=" + port,
                "--tsunagi.broker.port=" + brokerPort,
                "--tsunagi.data-dir=" + dataDir(),
                "--tsunagi.key-dir=" + keyDir(),
                "--spring.main.banner-mode=off"));
        command.addAll(further);
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(output().toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until its health says UP. */
    void awaitUp() throws InterruptedException {
        HttpRequest health =
                HttpRequest.newBuilder(URI.create(url() + "/actuator/health")).build();
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        while (System.nanoTime() < deadline) {
            if (isDeadAfter(ASKED_AGAIN_AFTER)) {
                throw new AssertionError("The hub ended by itself with " + process.exitValue() + ":\n" + lastOutput());
            }
            try {
                if (client.send(health, BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // Not yet.
            }
        }
        throw new AssertionError("The hub is not up after " + LONGEST_START + ":\n" + lastOutput());
    }

    /** Waits that long, or until it is dead. */
    boolean isDeadAfter(Duration wait) throws InterruptedException {
        return process.waitFor(wait.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Waits until it ended by itself, and tells with what. */
    int awaitEnd(Duration atMost) throws InterruptedException {
        if (!isDeadAfter(atMost)) {
            throw new AssertionError("The hub still runs after " + atMost);
        }
        return process.exitValue();
    }

    /** As {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As an operator stops it. */
    void stop() throws InterruptedException {
        process.destroy();
        if (!isDeadAfter(LONGEST_STOP)) {
            throw new AssertionError("The hub does not stop:\n" + lastOutput());
        }
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    String lastOutput() {
        try (Stream<String> lines = Files.lines(output())) {
            List<String> all = lines.toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - 60), all.size()));
        } catch (IOException e) {
            return "(no output)";
        }
    }

    private Path output() {
        return folder.resolve("hub.log");
    }

    private Path archive() {
        return folder.resolve("classes.jsa");
    }

    /** Folders of classes as jars, since an archive of loaded classes only knows those. */
    private String classPath() {
        boolean withTests = !mainClass.equals("jp.tsunagi.Tsunagi");
        List<String> entries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (withTests || !entry.contains("test-classes")) {
                Path path = Path.of(entry);
                entries.add(Files.isDirectory(path) ? jar(path, entries.size()).toString() : entry);
            }
        }
        return String.join(File.pathSeparator, entries);
    }

    private Path jar(Path classes, int number) {
        Path jar = folder.resolve("classes-" + number + ".jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            zip.setLevel(0);
            for (Path file : files.filter(path -> !path.equals(classes)).toList()) {
                // Class path scanning asks for the folders as well.
                boolean isFolder = Files.isDirectory(file);
                String name = classes.relativize(file).toString().replace(File.separatorChar, '/');
                zip.putNextEntry(new ZipEntry(isFolder ? name + "/" : name));
                if (!isFolder) {
                    Files.copy(file, zip);
                }
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jar;
    }

    /** Below the ports that the system gives to outgoing connections: one of those must not be taken while it is down. */
    private static int freePort() {
        Random random = new Random();
        for (int i = 0; i < 100; i++) {
            int candidate = 20_000 + random.nextInt(12_000);
            try (ServerSocket probe = new ServerSocket()) {
                probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), candidate));
                return candidate;
            } catch (IOException e) {
                // Taken; another one.
            }
        }
        throw new AssertionError("No port is free");
    }
}
