package jp.tsunagi.retention;

import java.util.Map;
import java.util.Set;
import jp.tsunagi.document.TemplateNode;
import org.jspecify.annotations.Nullable;

/**
 * The periods that an office has set (domain.md E5). No national number is known: the office's own rules decide.
 *
 * @param caseYears after the end of a case
 * @param sheetDays for information sheets, after the report
 * @param draftDays for requests that were never submitted, or returned and not submitted again
 * @param narrativeYears for what was told at length, earlier than the case; null where it stays as long
 * @param exportDays for lists that were taken out
 * @param keyBackupDays how long the office keeps backups of its keys: a deletion takes effect when the last has expired
 * @param noticeDays how long before a deletion by itself somebody is told
 */
record RetentionProfile(
        int caseYears,
        int sheetDays,
        int draftDays,
        @Nullable Integer narrativeYears,
        int exportDays,
        int keyBackupDays,
        int noticeDays) {

    private static final int MOST_YEARS = 30;
    private static final int A_YEAR = 365;

    private static final Set<String> KEYS = Set.of(
            "caseYears", "sheetDays", "draftDays", "narrativeYears", "exportDays", "keyBackupDays", "noticeDays");

    /** @throws jp.tsunagi.document.TemplateException naming the line and how to mend it */
    static RetentionProfile parse(String file, String text) {
        TemplateNode root = TemplateNode.parse(file, text);
        Map<String, TemplateNode> entries = root.map(KEYS);
        int caseYears = number(root.required(entries, "caseYears"), 1, MOST_YEARS);
        TemplateNode narrative = entries.get("narrativeYears");
        Integer narrativeYears = narrative == null ? null : number(narrative, 1, MOST_YEARS);
        if (narrative != null && number(narrative, 1, MOST_YEARS) >= caseYears) {
            throw narrative.complaint("narrativeYears は caseYears（" + caseYears + "）より短くしてください。早く消さないときは、この行を消してください");
        }
        return new RetentionProfile(
                caseYears,
                number(root.required(entries, "sheetDays"), 7, A_YEAR),
                number(root.required(entries, "draftDays"), 30, A_YEAR),
                narrativeYears,
                number(root.required(entries, "exportDays"), 1, 30),
                number(root.required(entries, "keyBackupDays"), 1, A_YEAR),
                number(root.required(entries, "noticeDays"), 1, 60));
    }

    private static int number(TemplateNode at, int least, int most) {
        String text = at.text().strip();
        if (text.matches("[0-9]{1,4}")) {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw at.complaint("「" + text + "」 を " + least + " から " + most + " までの数にしてください");
    }
}
