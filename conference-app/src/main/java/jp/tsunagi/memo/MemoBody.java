package jp.tsunagi.memo;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import org.jspecify.annotations.Nullable;

/**
 * A memo as it is written.
 *
 * @param audience codes of the agencies that may read it besides the writer's own; the Center alone where null
 * @param attachments ids of files that were handed in before, in this order
 */
record MemoBody(
        @Classified(value = FieldClass.NARRATIVE, freeText = true) @Nullable String text,
        @Schema(description = "Agencies besides the caller's own; the Center alone where absent")
                @Classified(FieldClass.AGENCY)
                @Nullable List<String> audience,
        @Classified(FieldClass.OPERATION) @Nullable Mention mention,
        @Schema(description = "Ids of files handed in by `memo-files`") @Classified(FieldClass.OPERATION) @Nullable List<String> attachments) {

    List<String> files() {
        return attachments == null ? List.of() : attachments;
    }

    /** What is written here is hers. */
    @Override
    public String toString() {
        return "MemoBody";
    }
}
