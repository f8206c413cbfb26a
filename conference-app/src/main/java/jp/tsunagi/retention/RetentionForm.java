package jp.tsunagi.retention;

import jp.tsunagi.retention.KeepingRecord.Ground;
import jp.tsunagi.retention.KeepingRecord.HoldKind;
import org.jspecify.annotations.Nullable;

/** What is typed about keeping a case. */
final class RetentionForm {

    private RetentionForm() {}

    record Hold(@Nullable HoldKind hold, @Nullable String reason) {}

    /** @param reason asked where it is her wish */
    record Deletion(@Nullable Ground ground, @Nullable String reason) {}

    record Reason(@Nullable String reason) {}
}
