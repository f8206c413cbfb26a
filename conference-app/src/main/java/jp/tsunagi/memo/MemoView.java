package jp.tsunagi.memo;

import java.time.LocalDateTime;
import java.util.List;
import jp.tsunagi.account.Role;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import org.jspecify.annotations.Nullable;

/**
 * A memo as it is handed to the policy. The author by agency and role: names of officers are nobody's business here.
 *
 * @param at Japanese time
 */
record MemoView(
        @Classified(FieldClass.OPERATION) String id,
        @Classified(FieldClass.AGENCY) String agency,
        @Classified(FieldClass.OPERATION) Role role,
        @Classified(FieldClass.OPERATION) LocalDateTime at,
        @Classified(value = FieldClass.NARRATIVE, freeText = true) String text,
        @Classified(FieldClass.AGENCY) List<String> audience,
        @Classified(FieldClass.OPERATION) @Nullable Mention mention,
        @Classified(FieldClass.NARRATIVE) List<AttachmentView> attachments,
        @Classified(FieldClass.AGENCY) List<OpenedView> readBy) {

    /** Name of the component, for where it is withheld as a whole. */
    static final String ATTACHMENTS = "attachments";

    /** @param number from 1 within the memo */
    record AttachmentView(
            @Classified(FieldClass.NARRATIVE) int number,
            @Classified(FieldClass.NARRATIVE) AttachmentType type,
            @Classified(FieldClass.NARRATIVE) long size) {}

    record OpenedView(@Classified(FieldClass.AGENCY) String agency, @Classified(FieldClass.AGENCY) LocalDateTime at) {}

    @Override
    public String toString() {
        return "MemoView " + id;
    }
}
