package jp.tsunagi.protection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyRingTest {

    @TempDir
    Path folder;

    @Test
    void makesFilesThatOnlyTheirOwnerMayRead() throws IOException {
        KeyRing.open(folder, true);

        assertThat(files())
                .extracting(file -> file.getFileName().toString())
                .containsExactlyInAnyOrder(
                        "key-encryption.json", "blind-index.json", "audit-signature.json", "messages.json");
        for (Path file : files()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("r--------");
        }
    }

    @Test
    void findsTheSameKeysAtTheNextStart() throws Exception {
        KeyRing first = KeyRing.open(folder, true);
        byte[] sealed = first.keyEncryption().encrypt("x".getBytes(UTF_8), new byte[0]);
        byte[] signature = first.auditSigner().sign("x".getBytes(UTF_8));
        String token = new BlindIndex(first).token("name", "x");

        KeyRing second = KeyRing.open(folder, false);

        assertThat(second.keyEncryption().decrypt(sealed, new byte[0])).isEqualTo("x".getBytes(UTF_8));
        second.auditVerifier().verify(signature, "x".getBytes(UTF_8));
        assertThat(new BlindIndex(second).token("name", "x")).isEqualTo(token);
        assertThat(second.messages().getKeysetInfo()).isEqualTo(first.messages().getKeysetInfo());
    }

    @ParameterizedTest
    @ValueSource(strings = {"key-encryption.json", "blind-index.json", "audit-signature.json", "messages.json"})
    void refusesToStartWithDataAndWithoutAKey(String file) throws IOException {
        KeyRing.open(folder, true);
        Files.delete(folder.resolve(file));

        assertThatThrownBy(() -> KeyRing.open(folder, false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(file);
        assertThat(folder.resolve(file)).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not json", "{\"primaryKeyId\":1,\"key\":[]}"})
    void refusesAFileThatWasTamperedWith(String content) throws IOException {
        KeyRing.open(folder, true);
        Path file = folder.resolve("key-encryption.json");
        Files.delete(file);
        Files.writeString(file, content);

        assertThatThrownBy(() -> KeyRing.open(folder, false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void refusesAKeyOfAnotherKind() throws IOException {
        KeyRing.open(folder, true);
        Path file = folder.resolve("key-encryption.json");
        Files.delete(file);
        Files.copy(folder.resolve("audit-signature.json"), file);

        assertThatThrownBy(() -> KeyRing.open(folder, false)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nodesThatStartTogetherEndWithTheSameKeys() throws Exception {
        List<Callable<String>> starts = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            starts.add(() -> new BlindIndex(KeyRing.open(folder, true)).token("name", "x"));
        }
        var pool = Executors.newFixedThreadPool(8);
        try {
            List<String> tokens = new ArrayList<>();
            for (var start : pool.invokeAll(starts)) {
                tokens.add(start.get());
            }
            assertThat(tokens).hasSize(8).containsOnly(tokens.get(0));
        } finally {
            pool.shutdownNow();
        }
        assertThat(files()).hasSize(4);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
