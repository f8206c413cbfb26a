package jp.tsunagi.memo;

import java.time.Instant;
import java.util.List;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.command.SeenCommand;
import jp.tsunagi.conference.ConferenceId;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Stored;

/**
 * A file that was handed in. It has no name: what people call their files is theirs and hers.
 *
 * @param chunks in how many pieces it lies beside
 * @param complete whether all of them are there; it does not exist before
 * @param settled whether it is known to be a memo's for good, so that nobody looks again whether it may go
 */
record FileRecord(
        @Classified(FieldClass.OPERATION) String id,
        @Classified(FieldClass.OPERATION) long version,
        @Classified(FieldClass.OPERATION) CaseId caseId,
        @Classified(FieldClass.OPERATION) ConferenceId conferenceId,
        @Classified(FieldClass.OPERATION) AccountId account,
        @Classified(FieldClass.OPERATION) AttachmentType type,
        @Classified(FieldClass.OPERATION) long size,
        @Classified(FieldClass.OPERATION) int chunks,
        @Classified(FieldClass.OPERATION) boolean complete,
        @Classified(FieldClass.OPERATION) boolean settled,
        @Classified(FieldClass.OPERATION) Instant at,
        List<SeenCommand> seen)
        implements Stored {

    @Override
    public String keyOwner() {
        return caseId.value();
    }

    FileRecord completed() {
        return with(true, settled);
    }

    FileRecord asSettled() {
        return with(complete, true);
    }

    private FileRecord with(boolean whole, boolean forGood) {
        return new FileRecord(
                id, version + 1, caseId, conferenceId, account, type, size, chunks, whole, forGood, at, seen);
    }
}
