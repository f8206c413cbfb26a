package jp.tsunagi.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Runs a main class in a Java process of its own and kills it, as {@code kill -9} does, in the middle of its work. */
public final class KilledProcess {

    private static final String MARK = "ack ";

    private KilledProcess() {}

    /** Called in the child: tells the parent that something is durable. */
    public static void acknowledge(String what) {
        synchronized (KilledProcess.class) {
            System.out.println(MARK + what);
            System.out.flush();
        }
    }

    /**
     * Starts the class with the folder as its only argument, kills it after so many acknowledgements, and returns all
     * that it had acknowledged until it was dead.
     */
    public static List<String> run(Class<?> main, Path folder, int killAfter, Duration atMost) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        try {
            List<String> acknowledged = CompletableFuture.supplyAsync(() -> read(process, killAfter))
                    .get(atMost.toSeconds(), TimeUnit.SECONDS);
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(killAfter);
            return acknowledged;
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static List<String> read(Process process, int killAfter) {
        List<String> acknowledged = new ArrayList<>();
        StringBuilder other = new StringBuilder();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line != null) {
                if (line.startsWith(MARK)) {
                    acknowledged.add(line.substring(MARK.length()));
                    if (acknowledged.size() == killAfter) {
                        process.destroyForcibly();
                    }
                } else {
                    other.append(line).append('\n');
                }
                line = lines.readLine();
            }
        } catch (IOException e) {
            // Closed by the kill; what was read was acknowledged.
        }
        if (acknowledged.size() < killAfter) {
            throw new IllegalStateException("The process ended early:\n" + other);
        }
        // A last line may have been cut short by the kill.
        return acknowledged.subList(0, killAfter);
    }
}
