package jp.tsunagi.memo;

import org.springframework.stereotype.Service;

/** Whether somebody looks for viruses in what is attached; for those who run the hub, and said beside the form. */
@Service
public class AttachmentSafety {

    private final AttachmentScanner scanner;

    AttachmentSafety(AttachmentScanner scanner) {
        this.scanner = scanner;
    }

    /** How it stands. */
    public enum Status {
        /** No scanner is set: nobody looks. */
        NONE,
        /** It answers. */
        READY,
        /** It is set and does not answer: no file is taken. */
        AWAY
    }

    /** Whether a scanner is set, be it away. */
    boolean looks() {
        return scanner.looks();
    }

    /** Asks the scanner now. */
    public Status status() {
        return scanner.status();
    }
}
