package jp.tsunagi.memo;

/** A file that is not what its first bytes say. Without the cause: its text could quote the content. */
final class UnreadableFile extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadableFile(String what) {
        super(what);
    }
}
