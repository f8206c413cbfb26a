package jp.tsunagi.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What finds nothing must be able to find something. */
class TracesTest {

    private final Traces traces = new Traces();

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "Windows-31J"})
    void findsAPlantedNameAtAnyPlaceInEachEncoding(String encoding) throws IOException {
        traces.lookFor("架空 花子", "name");
        traces.lookFor("架空市架空町1丁目", "address");
        for (int before = 0; before < 9; before++) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            byte[] noise = new byte[before];
            new Random(before).nextBytes(noise);
            bytes.write(noise);
            bytes.write("架空 花子".getBytes(Charset.forName(encoding)));
            bytes.write(noise);
            assertThat(traces.in(bytes.toByteArray())).containsExactly("name in " + Charset.forName(encoding));
        }
    }

    @Test
    void findsWhatStandsInAFileOrInItsName(@TempDir Path folder) throws IOException {
        traces.lookFor("架空 花子", "name");
        Files.writeString(Files.createDirectory(folder.resolve("deep")).resolve("a.log"), "... 架空 花子 ...");
        Files.writeString(folder.resolve("架空 花子.pdf"), "");
        Files.writeString(folder.resolve("clean"), "架空 太郎");
        assertThat(traces.below(folder)).hasSize(2);
    }

    @Test
    void findsNothingInNoise() {
        traces.lookFor("架空 花子", "name");
        byte[] noise = new byte[1 << 20];
        new Random(1).nextBytes(noise);
        assertThat(traces.in(noise)).isEmpty();
    }
}
