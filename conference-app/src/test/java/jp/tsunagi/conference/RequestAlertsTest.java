package jp.tsunagi.conference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagi.conference.RequestAlerts.Alert;
import jp.tsunagi.shared.BusinessDays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class RequestAlertsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final BusinessDays CALENDAR = new BusinessDays(Set.of(LocalDate.of(2026, 11, 23)));

    @ParameterizedTest
    @CsvSource({"2011-11-20, false", "2011-11-21, true", "1936-11-20, false", "1935-11-20, true", "1988-04-12, false"})
    void askAboutAnAgeBelowFifteenOrAboveNinety(String birthDate, boolean asked) {
        assertThat(of(Map.of("birthDate", birthDate)).stream()
                        .anyMatch(alert -> alert.text().equals("alert.age")))
                .isEqualTo(asked);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-05, alert.day-off",
        "2026-12-06, alert.day-off",
        "2026-12-07, ''",
        "2026-11-27, alert.soon",
        "2026-11-30, ''"
    })
    void askAboutADayOffAndAboutOneThatComesTooSoon(String wish, String asked) {
        assertThat(of(Map.of("preferredSlots", List.of(Map.of("date", wish)))).stream()
                        .map(Alert::text))
                .containsExactlyElementsOf(
                        Stream.of(asked).filter(text -> !text.isEmpty()).toList());
    }

    @Test
    void takeAnUrgentWishAsItIs() {
        assertThat(of(Map.of("urgent", true, "preferredSlots", List.of(Map.of("date", "2026-11-24")))))
                .isEmpty();
    }

    private static List<Alert> of(Map<String, Object> request) {
        return RequestAlerts.of(JSON.convertValue(request, Request.class), TODAY, CALENDAR);
    }
}
