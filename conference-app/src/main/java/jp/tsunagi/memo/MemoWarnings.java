package jp.tsunagi.memo;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import jp.tsunagi.protection.Passages;

/**
 * What the writer is asked to look at once more before a memo goes: possible, and yet often not meant (ui.md B6). Whatever
 * it says, the writer may go on.
 */
final class MemoWarnings {

    /** Ways in which a place is given away: codes and numbers of addresses, names of stations, schools and clinics, telephones. */
    private static final Pattern PLACE = Pattern.compile("〒|(?<!\\d)\\d{3}-\\d{4}(?!\\d)"
            + "|\\d+\\s*(?:丁目|番地|号室)|\\d+番\\d+号|\\d+条(?:東|西|南|北)?\\d+"
            + "|(?:都|道|府|県|市|区|町|村)[^\\s、。]{1,12}\\d+-\\d+"
            + "|[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}ー々]{1,12}(?:駅|小学校|中学校|高校|高等学校|保育園|幼稚園|病院|医院|クリニック)"
            + "|[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}ー々]{1,12}(?:アパート|マンション|ハイツ|コーポ|団地)"
            + "|(?<!\\d)0\\d{1,4}-\\d{1,4}-\\d{3,4}(?!\\d)");

    private MemoWarnings() {}

    /** Keys of the message files, below {@code memo.warning.}. */
    static List<String> of(MemoSending.Checked memo) {
        List<String> warnings = new ArrayList<>();
        if (placeLike(memo.text())) {
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

    static boolean placeLike(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[‐‑–—−ｰ]", "-");
        return PLACE.matcher(plain).find();
    }
}
