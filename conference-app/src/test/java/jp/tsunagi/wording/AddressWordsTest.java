package jp.tsunagi.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AddressWordsTest {

    private static final List<String> TOWNS = List.of("札幌市", "余市町", "函館市", "市川三郷町");

    @Test
    void eachPartByWhichAPlaceIsFoundIsAWordOfItsOwn() {
        assertThat(words("北海道札幌市架空区汐見坂9丁目8番7号　コーポ架空203号室"))
                .contains("架空区", "汐見坂", "コーポ架空", "汐見坂9丁目8番7号 コーポ架空203号室")
                .doesNotContain("札幌市", "北海道", "丁目", "番", "号", "203");
    }

    @Test
    void streetsThatAreNumbersAreAWordTogether() {
        assertThat(words("札幌市架空区北1条西2丁目3-4")).contains("北1条西2丁目3-4").doesNotContain("条西", "丁目");
    }

    @Test
    void theMunicipalityIsTheFirstOneNamed() {
        assertThat(AddressWords.municipality("北海道余市郡余市町黒川町1-2", TOWNS)).contains("余市町");
        assertThat(words("北海道余市郡余市町黒川町1-2")).contains("黒川町").doesNotContain("余市町");
    }

    @Test
    void anAddressOutsideTheDirectoryIsTakenApartAllTheSame() {
        assertThat(words("青森県架空郡架空村大字夕映12")).contains("架空郡架空村大字夕映");
    }

    @Test
    void aTownAloneHasNoWord() {
        assertThat(words("札幌市")).isEmpty();
    }

    @Test
    void whatTheAddressSaysIsFoundHoweverItIsWritten() {
        TellingWords telling = new TellingWords(words("北海道札幌市架空区汐見坂９丁目８番７号"));

        for (String text : List.of("汐見坂の部屋", "架空区にいる", "汐 見 坂", "汐見坂9-8-7")) {
            assertThat(telling.word(text)).as(text).isPresent();
        }
        assertThat(telling.word("札幌市で相談した")).isEmpty();
        assertThat(telling.word("汐見坂 とわ子が相談した", List.of("汐見坂 とわ子"))).isEmpty();
        assertThat(telling.word("汐見坂 とわ子が汐見坂から来た", List.of("汐見坂 とわ子"))).isPresent();
    }

    private static Set<String> words(String address) {
        return AddressWords.of(address, TOWNS);
    }
}
