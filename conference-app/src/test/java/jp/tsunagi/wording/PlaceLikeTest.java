package jp.tsunagi.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceLikeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "〒０６０－０００１",
                "見本町１丁目",
                "北３条西６",
                "架空駅で待つ",
                "かくう第二小学校",
                "架空クリニックに通う",
                "ハイツの名は架空ハイツ",
                "０１１－０００－００００",
                "090-0000-0000"
            })
    void findsWhatAPlaceIsFoundBy(String text) {
        assertThat(PlaceLike.in(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"長女と二人で静かに暮らしたい", "３月に２回、窓口に来た", "2026-11-20に面談した", "警察に相談した"})
    void leavesWhatTellsNoPlace(String text) {
        assertThat(PlaceLike.in(text)).isFalse();
    }

    @Test
    void putsMarksAroundWhatItFindsAndChangesNothingElse() {
        assertThat(PlaceLike.marked("㈱の話。ﾃﾞﾝﾜは０１１－０００－００００。以上", "<", ">")).isEqualTo("㈱の話。ﾃﾞﾝﾜは<０１１－０００－００００>。以上");
        assertThat(PlaceLike.marked("何もない", "<", ">")).isEqualTo("何もない");
    }
}
