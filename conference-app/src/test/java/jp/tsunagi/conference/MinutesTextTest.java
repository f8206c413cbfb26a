package jp.tsunagi.conference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import jp.tsunagi.protection.Passages;
import org.junit.jupiter.api.Test;

class MinutesTextTest {

    private static final String BLOCKS = "【住まい】\n三か所を見学する。\n\n【通院】\n同行する。\n \n以上";

    @Test
    void blankLinesPartTheParagraphs() {
        assertThat(new MinutesText(BLOCKS).asTyped()).containsExactly("【住まい】\n三か所を見学する。", "【通院】\n同行する。", "以上");
        assertThat(new MinutesText("一つ\r\n二行\r\n\r\n次").asTyped()).containsExactly("一つ\r\n二行", "次");
    }

    @Test
    void whereThereAreNoneEachLineIsAParagraph() {
        assertThat(new MinutesText("一\n二\n三").asTyped()).containsExactly("一", "二", "三");
        assertThat(new MinutesText("一つだけ").asTyped()).containsExactly("一つだけ");
        assertThat(new MinutesText("\n\n前に空の行\n").asTyped()).containsExactly("前に空の行");
        assertThat(new MinutesText("").asTyped()).isEmpty();
    }

    @Test
    void aCorrectionChangesThatParagraphAlone() {
        MinutesText before = new MinutesText(BLOCKS);
        MinutesText after = before.with(1, "【通院】\n二回同行する。");

        assertThat(after.whole()).isEqualTo("【住まい】\n三か所を見学する。\n\n【通院】\n二回同行する。\n \n以上");
        assertThat(before.differsOnlyIn(1, after)).isTrue();
        assertThat(before.differsOnlyIn(0, after)).isFalse();
    }

    @Test
    void aCorrectionMakesNoOtherNumberOfParagraphs() {
        MinutesText before = new MinutesText(BLOCKS);

        assertThat(before.differsOnlyIn(1, before.with(1, "一\n\n二"))).isFalse();
        assertThat(before.differsOnlyIn(1, before.with(1, " "))).isFalse();
        MinutesText lines = new MinutesText("一\n二");
        assertThat(lines.differsOnlyIn(0, lines.with(0, "一\nの二"))).isFalse();
    }

    @Test
    void aWithheldPassageOverSeveralParagraphsIsWithheldInEach() {
        MinutesText text = new MinutesText("始め〔伏せる：勤務先〕甲社\n\n乙社〔ここまで〕と続き\n\n終わり");

        assertThat(text.alone().stream()
                        .map(one -> Passages.without(Set.of("勤務先"), one))
                        .toList())
                .isEqualTo(List.of("始め〔伏せています〕", "〔伏せています〕と続き", "終わり"));
    }

    @Test
    void aCorrectionDoesNotOpenOrCloseAMarkForWhatFollows() {
        MinutesText before = new MinutesText("始め〔伏せる：勤務先〕甲社\n\n乙社〔ここまで〕と続き\n\n終わり");

        assertThat(before.differsOnlyIn(0, before.with(0, "始め〔伏せる：勤務先〕甲社〔ここまで〕")))
                .isFalse();
        assertThat(before.differsOnlyIn(2, before.with(2, "終わり〔伏せる：通院先〕"))).isFalse();
        assertThat(before.differsOnlyIn(0, before.with(0, "始まり〔伏せる：勤務先〕甲社"))).isTrue();
    }
}
