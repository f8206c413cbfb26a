package jp.tsunagi.handover;

import java.util.List;

/** What may go along, each chosen with her (引き継ぐ事項). Measures are chosen one by one besides. */
enum Part {
    PERSON("name", "kana", "callName", "birthDate", "approximateAge"),
    CONTACT("phone", "safeContact"),
    /** Only where she lets that agency have the location group, with the need. */
    ADDRESS("address"),
    NEEDS("needs"),
    SITUATION("currentSituation", "caseOverview"),
    WISHES("wishes"),
    OUTCOME("outcome", "policy"),
    CHILDREN("children"),
    DEADLINES("deadlines");

    private final List<String> fields;

    Part(String... fields) {
        this.fields = List.of(fields);
    }

    /** Names of the fields of {@link Handed}. */
    List<String> fields() {
        return fields;
    }
}
