package jp.tsunagi.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagingTest {

    @ParameterizedTest
    @CsvSource({"0, 1", "0, 25", "0, 100", "1000000, 100"})
    void takesPagesFromZeroOfOneToAHundred(int page, int size) {
        assertThat(Paging.of(page, size)).isEqualTo(new Paging(page, size));
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 25, page",
        "1000001, 25, page",
        "0, 0, size",
        "0, -1, size",
        "0, 101, size",
        "-2147483648, 2147483647, page size"
    })
    void refusesOthersAndNamesWhichIsWrong(int page, int size, String fields) {
        assertThatThrownBy(() -> Paging.of(page, size)).isInstanceOfSatisfying(Refused.class, e -> {
            assertThat(e.refusal().rule()).isEqualTo("paging.out-of-range");
            assertThat(e.refusal().kind()).isEqualTo(Refusal.Kind.INVALID);
            assertThat(e.refusal().fields()).extracting(FieldProblem::field).containsExactly(fields.split(" "));
        });
    }

    @ParameterizedTest
    @CsvSource({"1000000, 100"})
    void theLastPageDoesNotOverflow(int page, int size) {
        assertThat((long) page * size).isLessThan(Integer.MAX_VALUE);
    }
}
