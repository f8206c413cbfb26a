package jp.tsunagi.memo;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import jp.tsunagi.shared.FieldProblem;
import jp.tsunagi.shared.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks a ClamAV daemon: {@code INSTREAM}, the content in chunks behind their lengths, and one line back. */
final class ClamdScanner implements AttachmentScanner {

    private static final Logger LOG = LoggerFactory.getLogger(ClamdScanner.class);
    private static final Duration SHORT = Duration.ofSeconds(2);
    private static final int CHUNK = 64 * 1024;
    private static final int LONGEST_ANSWER = 4_096;

    private final String host;
    private final int port;
    private final Duration timeout;

    ClamdScanner(String host, int port, Duration timeout) {
        this.host = host;
        this.port = port;
        this.timeout = timeout;
    }

    @Override
    public void scan(byte[] content) {
        String answer;
        try {
            answer = asked("zINSTREAM\0", content, timeout);
        } catch (IOException e) {
            LOG.warn("The virus scanner does not answer: {}", e.getClass().getSimpleName());
            throw Refusal.unavailable("memo.scanner-away");
        }
        if (answer.endsWith(" FOUND")) {
            LOG.warn("The virus scanner refused a file");
            throw Refusal.invalid("memo.file-refused", FieldProblem.of("files", "file-virus"));
        }
        if (!answer.equals("stream: OK")) {
            // Too large for its limits, or out of order: nobody has looked.
            LOG.warn("The virus scanner could not look at a file");
            throw Refusal.unavailable("memo.scanner-away");
        }
    }

    @Override
    public boolean looks() {
        return true;
    }

    @Override
    public AttachmentSafety.Status status() {
        try {
            return asked("zPING\0", new byte[0], SHORT).equals("PONG")
                    ? AttachmentSafety.Status.READY
                    : AttachmentSafety.Status.AWAY;
        } catch (IOException e) {
            return AttachmentSafety.Status.AWAY;
        }
    }

    private String asked(String command, byte[] content, Duration longest) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), (int) Math.min(longest.toMillis(), SHORT.toMillis()));
            socket.setSoTimeout((int) longest.toMillis());
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.write(command.getBytes(StandardCharsets.US_ASCII));
            if (content.length > 0) {
                for (int from = 0; from < content.length; from += CHUNK) {
                    int length = Math.min(CHUNK, content.length - from);
                    out.writeInt(length);
                    out.write(content, from, length);
                }
                out.writeInt(0);
            }
            out.flush();
            return line(socket.getInputStream());
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c > 0 && line.length() < LONGEST_ANSWER; c = in.read()) {
            line.append((char) c);
        }
        return line.toString().strip();
    }
}
