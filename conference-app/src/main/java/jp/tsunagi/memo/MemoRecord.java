package jp.tsunagi.memo;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.account.Role;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.casefile.TeamSection;
import jp.tsunagi.command.SeenCommand;
import jp.tsunagi.conference.ConferenceId;
import jp.tsunagi.outbox.PendingEvent;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Stored;
import org.jspecify.annotations.Nullable;

/**
 * A memo as it is stored.
 *
 * @param reference of the conference, for notices and names of downloads
 * @param requester who asked for the conference
 * @param agency of the author; always one of the audience
 * @param role in which it was written
 * @param undoneAt when its author took it back, null where nobody did; nobody sees it from then on
 */
record MemoRecord(
        @Classified(FieldClass.OPERATION) String id,
        @Classified(FieldClass.OPERATION) long version,
        @Classified(FieldClass.OPERATION) CaseId caseId,
        @Classified(FieldClass.OPERATION) ConferenceId conferenceId,
        @Classified(FieldClass.OPERATION) String reference,
        TeamSection requester,
        @Classified(FieldClass.OPERATION) AccountId author,
        @Classified(FieldClass.AGENCY) AgencyCode agency,
        @Classified(FieldClass.OPERATION) Role role,
        @Classified(FieldClass.NARRATIVE) String text,
        @Classified(FieldClass.AGENCY) Set<AgencyCode> audience,
        @Classified(FieldClass.OPERATION) @Nullable Mention mention,
        List<Attached> attachments,
        @Classified(FieldClass.OPERATION) Instant sentAt,
        List<Opened> opened,
        @Classified(FieldClass.OPERATION) boolean undone,
        @Classified(FieldClass.OPERATION) @Nullable Instant undoneAt,
        List<SeenCommand> seen,
        List<PendingEvent> outbox,
        @Classified(FieldClass.OPERATION) boolean pending,
        @Classified(FieldClass.OPERATION) long sentThrough)
        implements Stored {

    MemoRecord {
        audience = Set.copyOf(audience);
        attachments = List.copyOf(attachments);
        opened = List.copyOf(opened);
    }

    /** A file of the memo; its name was thrown away when it came. */
    record Attached(
            @Classified(FieldClass.OPERATION) String file,
            @Classified(FieldClass.OPERATION) AttachmentType type,
            @Classified(FieldClass.OPERATION) long size) {}

    /** That somebody of an agency, other than the author, had it on the screen; the first time. */
    record Opened(@Classified(FieldClass.AGENCY) AgencyCode agency, @Classified(FieldClass.OPERATION) Instant at) {}

    @Override
    public String keyOwner() {
        return caseId.value();
    }

    @Override
    public String toString() {
        return "MemoRecord " + id;
    }
}
