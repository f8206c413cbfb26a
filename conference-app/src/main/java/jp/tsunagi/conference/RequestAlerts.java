package jp.tsunagi.conference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.tsunagi.page.Whereabouts;
import jp.tsunagi.shared.BusinessDays;
import jp.tsunagi.shared.EraDates;
import org.jspecify.annotations.Nullable;

/**
 * What is possible in a request and unusual (確認, ui.md B6 and B7, 8): it is said before the submission, which it does not
 * stop.
 */
final class RequestAlerts {

    private static final int YOUNGEST = 15;
    private static final int OLDEST = 90;
    /** Participants are invited that many business days before (domain.md E8). */
    private static final int INVITED_BEFORE = 5;

    private RequestAlerts() {}

    /**
     * One of them.
     *
     * @param field of the request
     * @param text key of the texts
     * @param number that the text names: an age, or which wish
     */
    record Alert(String field, String text, int number) {}

    static List<Alert> of(Request request, LocalDate today, BusinessDays calendar) {
        List<Alert> alerts = new ArrayList<>();
        LocalDate birth = request.birthDate();
        if (birth != null && !birth.isAfter(today)) {
            int age = EraDates.ageOn(birth, today);
            if (age < YOUNGEST || age > OLDEST) {
                alerts.add(new Alert("birthDate", "alert.age", age));
            }
        }
        for (int i = 0; i < request.preferredSlots().size(); i++) {
            LocalDate wish = request.preferredSlots().get(i).date();
            String field = "preferredSlots[" + i + "].date";
            if (wish != null && !calendar.isBusinessDay(wish)) {
                alerts.add(new Alert(field, "alert.day-off", i + 1));
            }
            if (wish != null && !request.isUrgent() && calendar.between(today, wish) < INVITED_BEFORE) {
                alerts.add(new Alert(field, "alert.soon", i + 1));
            }
        }
        place("currentSituation", request.currentSituation(), alerts);
        place("caseOverview", request.caseOverview(), alerts);
        place("topics", request.topics(), alerts);
        place("wishes", request.wishes(), alerts);
        return alerts;
    }

    /** Words that may tell where she is, outside of what is marked to be withheld. */
    private static void place(String field, @Nullable String text, List<Alert> alerts) {
        if (text != null && !Whereabouts.in(text).isEmpty()) {
            alerts.add(new Alert(field, "alert.place." + field, 0));
        }
    }
}
