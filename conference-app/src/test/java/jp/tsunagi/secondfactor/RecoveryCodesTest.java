package jp.tsunagi.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RecoveryCodesTest {

    @Test
    void drawsTenThatDifferAndAreKnownAgainHoweverTheyAreTyped() {
        List<String> codes = RecoveryCodes.draw();

        assertThat(codes).hasSize(10).doesNotHaveDuplicates().allMatch(RecoveryCodes::isCode);
        String code = codes.get(3);
        String printed = RecoveryCodes.printed(code);
        assertThat(printed).matches("D-[A-Z2-7]{5}-[A-Z2-7]{5}");
        assertThat(RecoveryCodes.typed(printed)).isEqualTo(code);
        assertThat(RecoveryCodes.typed(
                        " " + printed.toLowerCase(java.util.Locale.ROOT).replace("-", "－ ")))
                .isEqualTo(code);
    }

    @Test
    void readsDigitsOfAnyWidth() {
        assertThat(RecoveryCodes.typed("０１２ ３４５")).isEqualTo("012345");
        assertThat(RecoveryCodes.isCode("012345")).isFalse();
    }
}
