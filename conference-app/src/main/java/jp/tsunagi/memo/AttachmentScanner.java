package jp.tsunagi.memo;

/** Looks for viruses. Another scanner than ClamAV is another bean of this kind. */
interface AttachmentScanner {

    /**
     * @throws jp.tsunagi.shared.Refused {@code memo.file-refused} where something was found; {@code memo.scanner-away} where
     *     nobody could look
     */
    void scan(byte[] content);

    /** Whether there is anybody to look at all. */
    boolean looks();

    /** Asks now. */
    AttachmentSafety.Status status();
}
