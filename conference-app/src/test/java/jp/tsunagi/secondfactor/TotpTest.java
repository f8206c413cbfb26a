package jp.tsunagi.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    /** That of the tables in RFC 6238, appendix B. */
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    private static final Instant NOW = Instant.ofEpochSecond(1_234_567_890);
    private static final long STEP = 1_234_567_890 / 30;

    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void makesTheCodesOfTheStandard(long seconds, String code) {
        assertThat(Totp.code(SECRET, Instant.ofEpochSecond(seconds))).isEqualTo(code);
    }

    @Test
    void takesTheStepBesideAndNoneFurther() {
        for (int aside = -1; aside <= 1; aside++) {
            String code = Totp.code(SECRET, NOW.plusSeconds(30L * aside));
            assertThat(Totp.step(SECRET, code, NOW, -1)).hasValue(STEP + aside);
        }
        assertThat(Totp.step(SECRET, Totp.code(SECRET, NOW.minusSeconds(60)), NOW, -1))
                .isEmpty();
        assertThat(Totp.step(SECRET, Totp.code(SECRET, NOW.plusSeconds(60)), NOW, -1))
                .isEmpty();
    }

    @Test
    void takesNoStepThatWasUsedNorOneBeforeIt() {
        assertThat(Totp.step(SECRET, Totp.code(SECRET, NOW), NOW, STEP)).isEmpty();
        assertThat(Totp.step(SECRET, Totp.code(SECRET, NOW.minusSeconds(30)), NOW, STEP))
                .isEmpty();
        assertThat(Totp.step(SECRET, Totp.code(SECRET, NOW.plusSeconds(30)), NOW, STEP))
                .hasValue(STEP + 1);
    }

    @Test
    void takesNothingThatIsNoCode() {
        for (String typed : new String[] {"", "5924", "００５９２４", "0059240", "-05924"}) {
            assertThat(Totp.step(SECRET, typed, NOW, -1)).as(typed).isEmpty();
        }
    }

    @Test
    void writesSecretsAsTheAppsReadThem() {
        assertThat(Base32.of("foobar".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YTBOI");
        assertThat(Base32.of("foob".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YQ");
        assertThat(Totp.uri(SECRET, "sapporo"))
                .isEqualTo("otpauth://totp/Tsunagi:sapporo?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Tsunagi");
        assertThat(Totp.newSecret()).hasSize(20).isNotEqualTo(Totp.newSecret());
    }

    @Test
    void drawsItsPictureWithAQuietBorderAndThreeCorners() {
        QrPicture picture = QrPicture.of(Totp.uri(SECRET, "sapporo"));

        for (int[] corner : new int[][] {{4, 4}, {picture.size() - 11, 4}, {4, picture.size() - 11}}) {
            for (int i = 0; i < 7; i++) {
                assertThat(picture.path()).contains("M" + (corner[0] + i) + " " + corner[1] + "h1");
            }
            assertThat(picture.path()).doesNotContain("M" + (corner[0] + 1) + " " + (corner[1] + 1) + "h1");
        }
        assertThat(picture.path()).doesNotContain("M3 ").doesNotContain(" 3h");
    }
}
