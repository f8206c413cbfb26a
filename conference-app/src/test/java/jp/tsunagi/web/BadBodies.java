package jp.tsunagi.web;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Bodies that are refused with 400: the body, the rule, the field named (or null), words of its message (or of the detail). */
final class BadBodies {

    private BadBodies() {}

    static Stream<Arguments> all() {
        return Stream.of(
                arguments("{\"name\": 架空", "body.not-json", null, "1行目の12バイト目"),
                arguments("{\"name\":\n\"x\",}", "body.not-json", null, "2行目"),
                arguments("{\"name\": \"x\"} 7", "body.not-json", null, null),
                arguments("{'name': 'x'}", "body.not-json", null, null),
                arguments("{\"name\": \"x\"", "body.not-json", null, null),
                arguments("{\"name\": \"x\" /* y */}", "body.not-json", null, null),
                arguments("{\"guidelineItem\": NaN}", "body.not-json", null, null),
                arguments("", "body.missing", null, null),
                arguments("  ", "body.missing", null, null),
                arguments("null", "body.missing", null, null),
                arguments("{\"name\":\"x\",\"name\":\"y\"}", "body.duplicate-field", "body", "2つ"),
                arguments("{\"urgnt\": true}", "body.unknown-field", "urgnt", "urgent ではありませんか"),
                arguments("{\"completelyOther\": true}", "body.unknown-field", "completelyOther", "項目名を確認"),
                arguments("{\"架空 花子\": true}", "body.unknown-field", "body", "項目名を確認"),
                arguments(
                        "{\"preferredSlots\":[{},{\"dat\":null}]}",
                        "body.unknown-field",
                        "preferredSlots[1].dat",
                        "date"),
                arguments("{\"urgent\": \"true\"}", "body.wrong-type", "urgent", "trueかfalse"),
                arguments("{\"urgent\": 1}", "body.wrong-type", "urgent", "trueかfalse"),
                arguments("{\"urgent\": \"\"}", "body.wrong-type", "urgent", "trueかfalse"),
                arguments("{\"name\": 5}", "body.wrong-type", "name", "対象者氏名は引用符"),
                arguments("{\"name\": 5.5}", "body.wrong-type", "name", "引用符"),
                arguments("{\"name\": true}", "body.wrong-type", "name", "引用符"),
                arguments("{\"name\": [\"x\"]}", "body.wrong-type", "name", "引用符"),
                arguments("{\"name\": \"\\ud800\"}", "body.wrong-type", "name", "壊れた文字"),
                arguments(
                        "{\"preferredSlots\": [{\"note\": \"x\\udc00\"}]}",
                        "body.wrong-type",
                        "preferredSlots[0].note",
                        "備考に壊れた"),
                arguments("{\"name\": {}}", "body.wrong-type", "name", "引用符"),
                arguments("{\"guidelineItem\": \"1\"}", "body.wrong-type", "guidelineItem", "数にして"),
                arguments("{\"guidelineItem\": \"\"}", "body.wrong-type", "guidelineItem", "数にして"),
                arguments("{\"guidelineItem\": 1.5}", "body.wrong-type", "guidelineItem", "数にして"),
                arguments("{\"guidelineItem\": 1e2}", "body.wrong-type", "guidelineItem", "数にして"),
                arguments("{\"guidelineItem\": 99999999999}", "body.wrong-type", "guidelineItem", "数にして"),
                arguments("{\"guidelineItem\": true}", "body.wrong-type", "guidelineItem", "数にして"),
                arguments("{\"weight\": {\"value\": null}}", "body.wrong-type", "weight.value", "入力してください"),
                arguments("{\"weight\": {}}", "body.wrong-type", "weight.value", "入力してください"),
                arguments("{\"factor\": \"DV\"}", "body.wrong-type", "factor", "DV_ABUSE, ECONOMIC"),
                arguments("{\"factor\": \"dv_abuse\"}", "body.wrong-type", "factor", "DV_ABUSE, ECONOMIC"),
                arguments("{\"factor\": 0}", "body.wrong-type", "factor", "DV_ABUSE, ECONOMIC"),
                arguments("{\"factor\": \"0\"}", "body.wrong-type", "factor", "DV_ABUSE, ECONOMIC"),
                arguments("{\"factor\": \"\"}", "body.wrong-type", "factor", "DV_ABUSE, ECONOMIC"),
                arguments("{\"preferredSlots\": {}}", "body.wrong-type", "preferredSlots", "[ ]"),
                arguments("{\"preferredSlots\": \"\"}", "body.wrong-type", "preferredSlots", "[ ]"),
                arguments("{\"preferredSlots\": [\"\"]}", "body.wrong-type", "preferredSlots[0]", "オブジェクト"),
                arguments("{\"preferredSlots\": [5]}", "body.wrong-type", "preferredSlots[0]", "オブジェクト"),
                arguments("[]", "body.wrong-type", "body", "オブジェクト"),
                arguments("\"架空 花子\"", "body.wrong-type", "body", "オブジェクト"),
                arguments("{\"birthDate\": \"soon\"}", "body.wrong-type", "birthDate", "生年月日は日付にしてください"),
                arguments("{\"birthDate\": \"\"}", "body.wrong-type", "birthDate", "日付にして"),
                arguments("{\"birthDate\": 19880412}", "body.wrong-type", "birthDate", "日付にして"),
                arguments("{\"birthDate\": [1988,4,12]}", "body.wrong-type", "birthDate", "日付にして"),
                arguments("{\"birthDate\": \"1988-02-30\"}", "body.wrong-type", "birthDate", "2月30日はありません"),
                arguments("{\"birthDate\": \"昭和64年1月8日\"}", "body.wrong-type", "birthDate", "昭和64年は1月7日までです。年号か日付を確認"),
                arguments("{\"birthDate\": \"平成31年5月1日\"}", "body.wrong-type", "birthDate", "平成31年は4月30日までです"),
                arguments("{\"birthDate\": \"令和元年4月30日\"}", "body.wrong-type", "birthDate", "令和は元年5月1日からです"),
                arguments("{\"birthDate\": \"1872-12-31\"}", "body.wrong-type", "birthDate", "明治6年"),
                arguments(
                        "{\"preferredSlots\": [{\"date\": \"2026-13-01\"}]}",
                        "body.wrong-type",
                        "preferredSlots[0].date",
                        "日付を確認"),
                arguments(
                        "{\"preferredSlots\": [{\"date\": \"x\"}]}",
                        "body.wrong-type",
                        "preferredSlots[0].date",
                        "開催希望日は日付にして"),
                arguments(
                        "{\"preferredSlots\": [{\"start\": \"25:00\"}]}",
                        "body.wrong-type",
                        "preferredSlots[0].start",
                        "10:00"),
                arguments(
                        "{\"preferredSlots\": [{\"start\": 10}]}",
                        "body.wrong-type",
                        "preferredSlots[0].start",
                        "10:00"),
                arguments("{\"startsAt\": \"2026-12-03\"}", "body.wrong-type", "startsAt", "日時にして"),
                arguments("{\"startsAt\": \"2026-12-03T10:00Z\"}", "body.wrong-type", "startsAt", "日本時間"),
                arguments("{\"startsAt\": \"2026-12-03T10:00:00+09:00\"}", "body.wrong-type", "startsAt", "日本時間"),
                arguments("{\"startsAt\": \"2026-02-30T10:00\"}", "body.wrong-type", "startsAt", "日時にして"),
                arguments("{\"startsAt\": \"+999999999-01-01T10:00\"}", "body.wrong-type", "startsAt", "日時にして"),
                arguments("{\"startsAt\": 1}", "body.wrong-type", "startsAt", "日時にして"),
                arguments("[".repeat(100) + "]".repeat(100), "body.wrong-type", "body", "オブジェクト"),
                arguments("{\"preferredSlots\":" + "[".repeat(100), "body.wrong-type", "preferredSlots[0]", "オブジェクト"),
                arguments("{\"name\": \"" + "あ".repeat(100_001) + "\"}", "body.beyond-limits", null, null),
                arguments("{\"guidelineItem\": " + "9".repeat(101) + "}", "body.beyond-limits", null, null));
    }
}
