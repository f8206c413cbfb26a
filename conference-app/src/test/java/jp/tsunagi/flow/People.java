package jp.tsunagi.flow;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The agencies that the forty requests name, and officers in each; entered by the administrator where they are missing. */
final class People {

    static final String CENTER = "C0001";
    static final String SHELTER = "S0001";

    private static final Pattern NOT_THE_MUNICIPALITY_ITSELF =
            Pattern.compile("児童相談所|教育委員会|警察|保健所|社会福祉協議会|病院|包括|障がい者|小学校|中学校|高等学校|在籍");

    private final HubUnderTest hub;
    private final Map<String, String> codes = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Set<String> municipalities = new HashSet<>();
    private final Set<String> logins = new HashSet<>();
    private final Map<String, String> gatewayPasswords = new HashMap<>();

    People(HubUnderTest hub) {
        this.hub = hub;
        int page = 0;
        JsonNode found;
        do {
            found = hub.get("admin", "/agencies?size=100&page=" + page++).ok().json();
            for (JsonNode agency : found.path("items")) {
                know(agency.path("code").asString(), agency.path("name").asString());
                if (agency.path("kind").asString().equals("MUNICIPALITY")) {
                    municipalities.add(agency.path("name").asString());
                }
            }
        } while (found.path("items").size() == 100);
        for (String gateway : List.of("011002", "012041", SHELTER, "P0001", "J0001")) {
            gatewayPasswords.put(gateway, HubUnderTest.PASSWORD);
        }
    }

    /** Code of the agency that these words of a paper mean. */
    String agency(String words) {
        String known = codes.get(words);
        if (known != null) {
            return known;
        }
        if (words.endsWith("女性相談支援センター")) {
            return CENTER;
        }
        if (words.equals("NPO法人架空シェルターあかり")) {
            return SHELTER;
        }
        String directory = NOT_THE_MUNICIPALITY_ITSELF.matcher(words).find()
                ? null
                : municipalities.stream()
                        .filter(words::startsWith)
                        .max(Comparator.comparingInt(String::length))
                        .orElse(null);
        if (directory == null) {
            directory = codes.keySet().stream()
                    .filter(name -> name.endsWith("振興局") && words.contains(name))
                    .max(Comparator.comparingInt(String::length))
                    .orElse(null);
        }
        if (directory != null) {
            return codes.get(directory);
        }
        String code = String.format(Locale.ROOT, "X%04d", codes.size());
        hub.post("admin", "/agencies", Json.of("code", code, "name", words, "kind", kind(words)))
                .ok();
        know(code, words);
        return code;
    }

    /** The name in the directory. */
    String nameOf(String code) {
        return names.get(code);
    }

    /** Login of an officer who works with cases, the n-th of that agency. */
    String officer(String agency, int n) {
        return login(
                "o" + n + "-" + agency.toLowerCase(Locale.ROOT),
                agency,
                null,
                agency.equals(CENTER) ? "CENTER_STAFF" : "COUNSELLOR");
    }

    /** Login of whoever goes to a meeting for that agency. */
    String attendee(String agency) {
        return login("p-" + agency.toLowerCase(Locale.ROOT), agency, null, "PARTICIPANT");
    }

    /** An account with this login, made where there is none. */
    String login(String login, String agency, String section, String role) {
        if (logins.add(login)) {
            hub.call(
                            "admin",
                            "POST",
                            "/accounts",
                            Json.of(
                                    "login",
                                    login,
                                    "name",
                                    "架空 " + login,
                                    "agency",
                                    agency,
                                    "section",
                                    section,
                                    "roles",
                                    List.of(role),
                                    "password",
                                    HubUnderTest.PASSWORD),
                            "account-" + login)
                    .ok();
        }
        return login;
    }

    /** The agency's password at the broker; it gets a gateway where it has none. */
    String gatewayPassword(String agency) {
        return gatewayPasswords.computeIfAbsent(agency, code -> {
            JsonNode entry = hub.get("admin", "/agencies/" + code).ok().json();
            hub.put(
                            "admin",
                            "/agencies/" + code,
                            Json.of(
                                    "name", entry.path("name").asString(),
                                    "kana", entry.path("kana").asString(),
                                    "kind", entry.path("kind").asString(),
                                    "subprefecture", entry.path("subprefecture").asString(),
                                    "runsGateway", true))
                    .ok();
            return hub.post("admin", "/agencies/" + code + "/gateway-password", null)
                    .ok()
                    .string("password");
        });
    }

    private void know(String code, String name) {
        codes.put(name, code);
        names.put(code, name);
    }

    private static String kind(String words) {
        if (words.contains("シェルター") || words.contains("若年女性支援")) {
            return "PRIVATE_SHELTER";
        }
        if (words.contains("警察")) {
            return "POLICE";
        }
        if (words.contains("児童相談所")) {
            return "CHILD_GUIDANCE_CENTER";
        }
        if (words.contains("保健所")) {
            return "HEALTH_CENTER";
        }
        if (words.contains("病院") || words.contains("クリニック") || words.contains("科")) {
            return "MEDICAL_INSTITUTION";
        }
        if (words.contains("学校") || words.contains("教育委員会")) {
            return "EDUCATION";
        }
        return words.contains("法テラス") ? "COURT_LEGAL_AID" : "OTHER";
    }
}
