package jp.tsunagi.flow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagi.document.ReadPdf;
import tools.jackson.databind.JsonNode;

/** One of the forty requests as it was written on paper; all of it is fictitious. */
record WrittenCase(JsonNode paper) {

    private static final Map<String, String> FACTORS = Map.of(
            "家庭内の人間関係", "FAMILY_RELATIONS",
            "病気・障がい・高齢者等", "HEALTH_DISABILITY_AGE",
            "DV・虐待被害", "DV_ABUSE",
            "ストーカー被害", "STALKING",
            "性暴力被害", "SEXUAL_VIOLENCE",
            "経済的な問題", "ECONOMIC",
            "帰住先がない", "NOWHERE_TO_RETURN",
            "居場所がない", "NO_PLACE",
            "孤独・孤立", "ISOLATION",
            "その他", "OTHER");

    /** What she does not want told, where it is marked in the texts of C034. */
    static final String MARKED_ITEM = "就労の詳しい内容";

    /** What she does not want told and nobody marked, in C001. */
    static final String UNMARKED_ITEM = "長男の学校名";

    static List<WrittenCase> all() {
        try (InputStream in = WrittenCase.class.getResourceAsStream("/data/cases.jsonl")) {
            String lines = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return lines.lines()
                    .filter(line -> !line.isBlank())
                    .map(Json::read)
                    .map(WrittenCase::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String id() {
        return paper.path("meta").path("id").asString();
    }

    String text(String name) {
        return paper.path(name).asString("");
    }

    int ageAtRequest() {
        return paper.path("meta").path("ageAtRequest").asInt();
    }

    LocalDate requestDate() {
        return LocalDate.parse(paper.path("meta").path("requestDate").asString());
    }

    boolean consented() {
        return paper.path("consent").path("obtained").asBoolean();
    }

    boolean hasOutcome() {
        return paper.path("outcome").isObject();
    }

    /** Without space, as it would stand in a text that is compared without space. */
    String address() {
        return ReadPdf.withoutSpace(text("address"));
    }

    /** The request as it is typed, on this day. */
    Map<String, Object> request(People people, LocalDate day) {
        String own = people.agency(text("requestingAgency"));
        List<Map<String, Object>> invitees = new ArrayList<>();
        for (JsonNode line : paper.path("invitees")) {
            String words = line.path("agency").asString();
            String code = people.agency(words);
            boolean sameName = words.equals(people.nameOf(code));
            invitees.add(Json.of(
                    "agency",
                    sameName ? code : null,
                    "agencyName",
                    sameName ? null : words,
                    "section",
                    line.path("section").asString(null),
                    "person",
                    line.path("person").asString(null)));
        }
        List<Map<String, Object>> slots = new ArrayList<>();
        for (JsonNode slot : paper.path("preferredSlots")) {
            slots.add(Json.of(
                    "date", slot.path("date").asString(null),
                    "start", slot.path("start").asString(null),
                    "end", slot.path("end").asString(null),
                    "note", slot.path("note").asString(null)));
        }
        List<String> factors = new ArrayList<>();
        for (JsonNode factor : paper.path("factors")) {
            factors.add(FACTORS.get(factor.asString()));
        }
        return Json.of(
                "guidelineItem", paper.path("guidelineItem").asInt(),
                "name", paper.path("name").asString(),
                "kana", paper.path("kana").asString(null),
                "birthDate", paper.path("birthDate").asString(null),
                "address", paper.path("address").asString(null),
                "currentSituation", text("currentSituation"),
                "caseOverview", overviewAsTyped(),
                "topics", text("topics"),
                "factors", factors,
                "invitees", invitees,
                "preferredSlots", slots,
                "preferredPlace", paper.path("preferredPlace").asString(null),
                "consent", consent(people, own, day),
                "urgent", false);
    }

    private Map<String, Object> consent(People people, String own, LocalDate day) {
        JsonNode consent = paper.path("consent");
        return Json.of(
                "confirmed", consented() || day.isAfter(requestDate()),
                "method", method(consent.path("method").asString("")),
                "confirmedBy", consent.path("confirmedBy").asString(""),
                "confirmedOn", consent.path("confirmedOn").asString(null),
                "recipients", List.copyOf(participants(people)),
                "withheld", withheld(people),
                "conditions", conditions(null));
    }

    /** Agencies to invite: all that the paper names but the requesting one and the Center, which take part anyway. */
    Set<String> participants(People people) {
        Set<String> codes = new LinkedHashSet<>();
        for (JsonNode line : paper.path("invitees")) {
            codes.add(people.agency(line.path("agency").asString()));
        }
        codes.remove(people.agency(text("requestingAgency")));
        codes.remove(People.CENTER);
        if (codes.isEmpty()) {
            codes.add("J0001");
        }
        return codes;
    }

    private List<Map<String, Object>> withheld(People people) {
        return switch (id()) {
            case "C001" -> {
                Set<String> others = participants(people);
                others.remove(people.agency("釧路市教育委員会"));
                yield List.of(Json.of("item", UNMARKED_ITEM, "exceptRecipients", List.copyOf(others)));
            }
            case "C034" -> List.of(Json.of("item", MARKED_ITEM, "exceptRecipients", List.of()));
            default -> List.of();
        };
    }

    /** @param metOn null while they are not met */
    List<Map<String, Object>> conditions(LocalDate metOn) {
        return switch (id()) {
            case "C013" -> List.of(Json.of("text", "交際男性の勤務先関係者と利害のない通訳者に限る", "metOn", metOn));
            case "C026" -> List.of(Json.of("text", "農協の出席について、本人が再考する", "metOn", metOn));
            default -> List.of();
        };
    }

    /** Sentences of C034 that speak of what she does not want told. */
    List<String> sentencesWithheld() {
        return id().equals("C034")
                ? List.of(text("caseOverview").split("(?<=。)|\n")).stream()
                        .filter(sentence -> sentence.contains("風俗"))
                        .toList()
                : List.of();
    }

    /** With the marks of what is to be withheld, which those who wrote them go on seeing. */
    String overviewAsTyped() {
        String marked = text("caseOverview");
        for (String sentence : sentencesWithheld()) {
            marked = marked.replace(sentence, "〔伏せる：" + MARKED_ITEM + "〕" + sentence + "〔ここまで〕");
        }
        return marked;
    }

    private static String method(String words) {
        if (words.matches(".*(通訳|手話|英語).*")) {
            return "INTERPRETED";
        }
        if (words.contains("電話")) {
            return "PHONE";
        }
        return words.matches(".*(書面|署名|同意書|代筆|色分け).*") ? "WRITTEN" : "FACE_TO_FACE";
    }

    String consentMethod() {
        return method(paper.path("consent").path("method").asString(""));
    }

    /** When the meeting is: as it was held; else as first wished; else soon. */
    LocalDateTime start(LocalDate submitted) {
        if (hasOutcome()) {
            JsonNode outcome = paper.path("outcome");
            return LocalDate.parse(outcome.path("heldOn").asString())
                    .atTime(LocalTime.parse(outcome.path("startTime").asString()));
        }
        JsonNode slot = paper.path("preferredSlots").path(0);
        if (!slot.path("date").isString()) {
            return submitted.plusDays(3).atTime(10, 0);
        }
        LocalTime time = slot.path("start").isString()
                ? LocalTime.parse(slot.path("start").asString())
                : LocalTime.of(10, 0);
        return LocalDate.parse(slot.path("date").asString()).atTime(time);
    }

    LocalDateTime end(LocalDate submitted) {
        return hasOutcome()
                ? start(submitted)
                        .with(LocalTime.parse(
                                paper.path("outcome").path("endTime").asString()))
                : start(submitted).plusMinutes(90);
    }

    LocalDate recordedOn(LocalDate submitted) {
        return hasOutcome()
                ? LocalDate.parse(paper.path("outcome").path("recordedOn").asString())
                : start(submitted).toLocalDate();
    }

    String place() {
        return hasOutcome() ? paper.path("outcome").path("place").asString() : "オンライン";
    }

    /** What came of it; made up where the paper says nothing. */
    String outcome() {
        return hasOutcome()
                ? paper.path("outcome").path("decision").asString()
                : "1 " + id() + "：各機関の役割を確認した（架空）。\n2 一か月後に状況を持ち寄る。";
    }

    List<Map<String, Object>> attendance(People people) {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (JsonNode line : paper.path("outcome").path("attendees")) {
            String words = line.path("agency").asString();
            if (words.equals("本人") || words.equals("長女") || words.equals("二女")) {
                lines.add(Json.of("person", true, "part", line.path("person").asString(null), "presence", "PRESENT"));
            } else {
                lines.add(Json.of("agency", words, "name", line.path("section").asString(null), "presence", "PRESENT"));
            }
        }
        if (lines.isEmpty()) {
            lines.add(Json.of("agency", people.agency(text("requestingAgency")), "presence", "PRESENT"));
            lines.add(Json.of("agency", People.CENTER, "presence", "PRESENT"));
            participants(people).forEach(code -> lines.add(Json.of("agency", code, "presence", "SUBSTITUTE")));
        }
        return lines;
    }

    Map<String, Object> report(People people, LocalDate submitted) {
        String own = people.agency(text("requestingAgency"));
        return Json.of(
                "recordedOn", recordedOn(submitted).toString(),
                "recordedBy",
                        hasOutcome() ? paper.path("outcome").path("recordedBy").asString() : text("requestingAgency"),
                "start", start(submitted).toString(),
                "end", end(submitted).toString(),
                "place", place(),
                "attendance", attendance(people),
                "outcome", outcome(),
                "actions",
                        List.of(Json.of(
                                "agency",
                                own,
                                "what",
                                "次の手続に同行する（架空）",
                                "due",
                                end(submitted).toLocalDate().plusDays(14).toString())),
                "leadAgency", own);
    }

    /** Every word of hers that must be found nowhere outside: by what it is. */
    Map<String, String> secrets() {
        Map<String, String> secrets = new LinkedHashMap<>();
        secrets.put("name", text("name"));
        secrets.put("name without space", ReadPdf.withoutSpace(text("name")));
        secrets.put("kana", text("kana"));
        secrets.put("address", text("address"));
        secrets.put("overview", sentence(text("caseOverview")));
        secrets.put("situation", sentence(text("currentSituation")));
        secrets.put("topics", sentence(text("topics")));
        secrets.put("outcome", sentence(outcome()));
        return secrets.entrySet().stream()
                .filter(entry -> entry.getValue().length() >= 4)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
    }

    private static String sentence(String text) {
        return List.of(text.split("[。\n]")).stream()
                .filter(part -> part.length() >= 8)
                .findFirst()
                .orElse(text);
    }
}
