package jp.tsunagi.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.tsunagi.document.TemplateException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetentionProfileTest {

    private static final String OWN =
            """
            caseYears: 10
            sheetDays: 60
            draftDays: 30
            narrativeYears: 3
            exportDays: 1
            keyBackupDays: 90
            noticeDays: 7
            """;

    @Test
    void theFileThatIsPackagedHoldsTheDefaults(@TempDir Path nowhere) {
        assertThat(RetentionPeriods.read(nowhere.resolve("retention.yml")))
                .isEqualTo(new RetentionProfile(5, 30, 90, null, 7, 30, 14));
    }

    @Test
    void theOfficesOwnFileTakesItsPlace(@TempDir Path folder) throws IOException {
        Path own = folder.resolve("retention.yml");
        Files.writeString(own, OWN);

        assertThat(RetentionPeriods.read(own)).isEqualTo(new RetentionProfile(10, 60, 30, 3, 1, 90, 7));
    }

    @ParameterizedTest
    @CsvSource({
        "caseYears: 10,caseYears: 31,1",
        "caseYears: 10,caseYears: 0,1",
        "caseYears: 10,caseYears: 3,4",
        "sheetDays: 60,sheetDays: -1,2",
        "draftDays: 30,draftDays: soon,3",
        "exportDays: 1,exportDay: 1,5",
        "exportDays: 1,exportDays: 1.5,5",
        "keyBackupDays: 90,keyBackupDays: 99999,6"
    })
    void whatIsWrongStopsTheStartWithItsLine(String right, String wrong, int line) {
        assertThatThrownBy(() -> RetentionProfile.parse("config/retention.yml", OWN.replace(right, wrong)))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("config/retention.yml")
                .hasMessageContaining(String.valueOf(line));
    }

    @Test
    void nothingButTheNarrativesMayBeMissing() {
        assertThat(RetentionProfile.parse("x", OWN.replace("narrativeYears: 3\n", ""))
                        .narrativeYears())
                .isNull();
        assertThatThrownBy(() -> RetentionProfile.parse("x", OWN.replace("sheetDays: 60\n", "")))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("sheetDays");
    }
}
