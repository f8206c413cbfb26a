package jp.tsunagi.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameAtMeetingTest {

    private static final Map<String, Object> NAMES =
            Map.of("name", "架空 花子", "formerName", "見本", "commonName", "架空 はな", "callName", "はなさん");

    @ParameterizedTest
    @CsvSource({
        ", formerName commonName",
        "NAME, formerName commonName callName",
        "FORMER_NAME, commonName callName",
        "COMMON_NAME, formerName callName",
        "CALL_NAME, formerName commonName"
    })
    void theOtherNamesAreNotForTheMeeting(NameAtMeeting chosen, String unused) {
        assertThat(NameAtMeeting.unused(chosen)).containsExactlyInAnyOrder(unused.split(" "));
    }

    @ParameterizedTest
    @CsvSource({", （呼び名：はなさん）", "NAME,", "FORMER_NAME, （旧氏：見本）", "COMMON_NAME, （通称：架空 はな）", "CALL_NAME, （呼び名：はなさん）"})
    void aPaperSaysTheOneThatIsUsed(NameAtMeeting chosen, String said) {
        Map<String, Object> shown = new HashMap<>(NAMES);
        shown.put("nameAtMeeting", chosen);

        assertThat(NameAtMeeting.onPaper(shown).orElse(null)).isEqualTo(said);
    }

    @Test
    void aPaperSaysNothingOfWhatItsReaderIsNotShown() {
        assertThat(NameAtMeeting.onPaper(Map.of("nameAtMeeting", NameAtMeeting.FORMER_NAME, "callName", "はなさん")))
                .isEmpty();
        assertThat(NameAtMeeting.onPaper(Map.of("name", "架空 花子"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "見本, 架空 花子, 見本 花子",
        "' 見本 ', 架空　花子, 見本 花子",
        "見本 はな, 架空 花子, 見本 はな",
        "見本, 架空花子, 見本",
        "見本, , 見本",
        ", 架空 花子, "
    })
    void aFormerSurnameIsLookedForWithHerGivenName(String former, String name, String whole) {
        assertThat(SamePerson.wholeFormerName(former, name)).isEqualTo(whole);
    }
}
