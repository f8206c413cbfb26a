package jp.tsunagi.document;

import java.time.LocalDate;
import java.util.List;

/**
 * Who saw her record (誰が見たか), in words for the person herself. It names agencies, sections and days, no officer, and
 * nothing that was seen.
 *
 * @param views the newest first
 * @param more whether there is more than is listed, earlier
 */
public record RecordViewsPaper(Edition edition, List<View> views, boolean more) {

    public RecordViewsPaper {
        views = List.copyOf(views);
    }

    /**
     * What one section saw on one day for one reason.
     *
     * @param section empty where there is none
     * @param things codes: PLACE, NAME, STORY, RESULT, OTHER, PROGRESS, AUDIT
     * @param why code: HELPER, CENTER, PARTICIPANT, DISCLOSED, EMERGENCY, AUDIT, OTHER
     * @param times how often, at least once
     */
    public record View(LocalDate day, String agency, String section, List<String> things, String why, int times) {

        public View {
            things = List.copyOf(things);
        }
    }
}
