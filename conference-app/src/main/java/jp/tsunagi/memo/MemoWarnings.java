package jp.tsunagi.memo;

import java.util.ArrayList;
import java.util.List;
import jp.tsunagi.protection.Passages;
import jp.tsunagi.wording.PlaceLike;

/**
 * What the writer is asked to look at once more before a memo goes: possible, and yet often not meant (ui.md B6). Whatever
 * it says, the writer may go on.
 */
final class MemoWarnings {

    private MemoWarnings() {}

    /** Keys of the message files, below {@code memo.warning.}. */
    static List<String> of(MemoSending.Checked memo) {
        List<String> warnings = new ArrayList<>();
        if (PlaceLike.in(memo.text())) {
            warnings.add("place");
        }
        boolean hidden = memo.readers().stream()
                .anyMatch(reader ->
                        !reader.withheldItems().isEmpty() && !Passages.marked(reader.withheldItems(), memo.text()));
        if (hidden) {
            warnings.add("unmarked");
        }
        boolean withoutFiles = !memo.attachments().isEmpty()
                && memo.readers().stream()
                        .anyMatch(reader -> !reader.withheldItems().isEmpty());
        if (withoutFiles) {
            warnings.add("files-withheld");
        }
        return warnings;
    }
}
