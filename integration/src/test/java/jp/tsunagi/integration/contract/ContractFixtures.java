package jp.tsunagi.integration.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The examples of the contract. */
public final class ContractFixtures {

    private ContractFixtures() {}

    public static String example(MessageType type) {
        try (InputStream in = ContractFixtures.class.getResourceAsStream(type.wireName() + ".example.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] exampleBytes(MessageType type) {
        return example(type).getBytes(StandardCharsets.UTF_8);
    }
}
