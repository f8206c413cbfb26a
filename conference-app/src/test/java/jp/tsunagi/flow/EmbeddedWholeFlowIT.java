package jp.tsunagi.flow;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;

/** As one command starts it: with the broker and the database within. */
@ExtendWith(Year.Embedded.class)
class EmbeddedWholeFlowIT extends WholeFlowContract {

    @BeforeAll
    void afterTheYear(Year year) {
        use(year);
    }
}
