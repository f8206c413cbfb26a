package jp.tsunagi.faults;

import java.time.LocalDate;
import java.time.ZoneId;

/** Bodies of what agencies send. Everybody in them is fictitious (架空). */
final class Requests {

    static final String SHELTER = "S0001";
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private Requests() {}

    /** A request whose consent is confirmed by the shelter, about a person of her own. */
    static String request(int number) {
        return """
                {"guidelineItem": 2, "name": "架空 花子%1$d", "kana": "カクウ ハナコ", "birthDate": "%2$s",
                 "address": "北海道札幌市架空区見本町1-2-%1$d", "addressHandling": "WITHHOLD",
                 "currentSituation": "民間シェルターに滞在している（架空）。",
                 "caseOverview": "夫からの暴力を逃れ、長女と避難した（架空）。",
                 "topics": "今後の住まいと、長女の就学について", "wishes": "長女と二人で、静かに暮らしたい",
                 "factors": ["DV_ABUSE", "ECONOMIC"],
                 "invitees": [
                   {"agency": "P0001", "section": "生活安全課", "reason": "身辺の安全の相談"},
                   {"agency": "J0001", "section": "相談支援係", "reason": "長女の支援"}],
                 "preferredSlots": [{"date": "%3$s", "start": "10:00", "end": "12:00"}], "preferredPlace": "オンライン",
                 "consent": {"confirmed": true, "method": "FACE_TO_FACE", "confirmedBy": "見本 花子",
                             "confirmedOn": "%4$s", "validUntil": "%5$s", "recipients": ["P0001", "J0001"],
                             "contactAgency": "S0001"},
                 "urgent": false}
                """
                .formatted(number, LocalDate.of(1970, 1, 1).plusDays(number % 10_000), day(7), day(-1), day(80));
    }

    static String consentAnswer(String result) {
        return """
                {"result": "%s", "method": "FACE_TO_FACE", "confirmedBy": "例示 美智子", "confirmedOn": "%s",
                 "validUntil": "%s", "recipients": ["P0001", "J0001"]}
                """
                .formatted(result, day(0), day(80));
    }

    static String decision() {
        return "{\"decision\": \"HOLD\", \"reason\": \"要綱第5条(2)に該当する\"}";
    }

    static String convening() {
        return """
                {"start": "%1$sT10:00", "end": "%1$sT12:00", "place": "オンライン", "online": true,
                 "moderator": "C0001", "recorder": "C0001",
                 "participants": [{"agency": "P0001"}, {"agency": "J0001"}]}
                """
                .formatted(day(7));
    }

    static String withdrawal() {
        return "{\"withdrawnOn\": \"%s\", \"how\": \"ORAL\", \"recordedBy\": \"見本 花子\"}".formatted(day(0));
    }

    private static LocalDate day(int fromToday) {
        return LocalDate.now(JAPAN).plusDays(fromToday);
    }
}
