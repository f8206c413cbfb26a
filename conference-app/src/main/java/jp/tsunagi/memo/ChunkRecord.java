package jp.tsunagi.memo;

import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Stored;
import jp.tsunagi.shared.Ids;

/** A piece of a file, sealed by the key of the case and bound to its own id: no piece opens in the place of another. */
@SuppressWarnings("ArrayRecordComponent") // Never compared; a list of numbers would be many times as large.
record ChunkRecord(
        @Classified(FieldClass.OPERATION) String id,
        @Classified(FieldClass.OPERATION) long version,
        @Classified(FieldClass.OPERATION) CaseId caseId,
        @Classified(FieldClass.NARRATIVE) byte[] content)
        implements Stored {

    /** A document of the store holds 16 MB; this is small enough to be read while others are written. */
    static final int SIZE = 1024 * 1024;

    static String idOf(String file, int number) {
        return Ids.derived("chunk", file, String.valueOf(number));
    }

    @Override
    public String keyOwner() {
        return caseId.value();
    }
}
