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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A whole hub in a Java process of its own, on folders and ports that stay the same over its deaths. */
final class HubProcess implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final Duration LONGEST_STOP = Duration.ofMinutes(2);
    private static final Duration ASKED_AGAIN_AFTER = Duration.ofMillis(50);

    private final Path folder;
    private final String mainClass;
    private final int port = freePort();
    private final int brokerPort = freePort();
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private Process process;

    /** @param mainClass in the application, or in the tests: those are on its class path only then */
    HubProcess(Path folder, String mainClass) {
        this.folder = folder;
        this.mainClass = mainClass;
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

    /** Starts it; it is not up yet. */
    void start(String... further) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-Duser.timezone=UTC",
                "-cp",
                classPath(),
                mainClass,
                "--spring.profiles.active=demo",
                "--server.port=" + port,
                "--tsunagi.broker.port=" + brokerPort,
                "--tsunagi.data-dir=" + dataDir(),
                "--tsunagi.key-dir=" + keyDir(),
                "--spring.main.banner-mode=off"));
        command.addAll(List.of(further));
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

    private String classPath() {
        boolean withTests = !mainClass.equals("jp.tsunagi.Tsunagi");
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> withTests || !entry.contains("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
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
