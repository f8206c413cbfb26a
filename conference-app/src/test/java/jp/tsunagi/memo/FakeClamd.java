package jp.tsunagi.memo;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Speaks clamd's INSTREAM on loopback; finds what holds {@link #VIRUS}, and fails where it finds {@link #OUT_OF_ORDER}. */
public final class FakeClamd implements AutoCloseable {

    public static final String VIRUS = "FAKE-VIRUS-FOR-TESTS";
    static final String OUT_OF_ORDER = "FAKE-OUT-OF-ORDER";

    private final ServerSocket server;

    private final Thread answering;

    public FakeClamd() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        answering = new Thread(this::answer, "fake-clamd");
        answering.setDaemon(true);
        answering.start();
    }

    public int port() {
        return server.getLocalPort();
    }

    private void answer() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                DataInputStream in = new DataInputStream(socket.getInputStream());
                String command = command(in);
                String answer = command.equals("zPING") ? "PONG" : scanned(content(in));
                socket.getOutputStream().write((answer + "\0").getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                // Closed, or a caller that went away.
                continue;
            }
        }
    }

    private static String scanned(String content) {
        if (content.contains(OUT_OF_ORDER)) {
            return "INSTREAM size limit exceeded. ERROR";
        }
        return content.contains(VIRUS) ? "stream: Fake.Virus.Test FOUND" : "stream: OK";
    }

    private static String command(DataInputStream in) throws IOException {
        StringBuilder command = new StringBuilder();
        for (int c = in.read(); c > 0; c = in.read()) {
            command.append((char) c);
        }
        return command.toString();
    }

    private static String content(DataInputStream in) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (int length = in.readInt(); length > 0; length = in.readInt()) {
            content.writeBytes(in.readNBytes(length));
        }
        return content.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        try {
            server.close();
            // As long as somebody waits for a caller, the port still takes one.
            answering.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
