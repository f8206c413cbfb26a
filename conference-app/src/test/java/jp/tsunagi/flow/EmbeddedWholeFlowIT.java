package jp.tsunagi.flow;

/** As one command starts it: with the broker and the database within. */
class EmbeddedWholeFlowIT extends WholeFlowContract {

    @Override
    String[] servers() {
        return new String[0];
    }
}
