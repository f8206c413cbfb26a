package jp.tsunagi.document;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The boxes of the form 個別ケース検討会議資料, each of which a template must place exactly once. */
enum FormField {
    REQUESTING_AGENCY("requestingAgency"),
    GUIDELINE_ITEM("guidelineItem", 2),
    NAME("name"),
    BIRTH_DATE("birthDate"),
    AGE("age"),
    ADDRESS("address"),
    CURRENT_SITUATION("currentSituation", true),
    CASE_OVERVIEW("caseOverview", true),
    TOPICS("topics", true),
    INVITEES("invitees", true),
    PREFERRED_SLOTS("preferredSlots", true),
    PREFERRED_PLACE("preferredPlace", true),
    CONSENT_CONFIRMED("consentConfirmed", 1),
    RECORDED_ON("recordedOn"),
    RECORDED_BY("recordedBy"),
    HELD("held"),
    PLACE("place"),
    ATTENDANCE("attendance", true),
    OUTCOME("outcome", true);

    private final String key;
    private final boolean flows;
    private final int choices;

    FormField(String key) {
        this(key, false, 0);
    }

    FormField(String key, boolean flows) {
        this(key, flows, 0);
    }

    FormField(String key, int choices) {
        this(key, false, choices);
    }

    FormField(String key, boolean flows, int choices) {
        this.key = key;
        this.flows = flows;
        this.choices = choices;
    }

    /** Its name in a template. */
    String key() {
        return key;
    }

    /** Whether its text may go on on the next page. */
    boolean flows() {
        return flows;
    }

    /** How many boxes to tick it has; 0 for a field of text. */
    int choices() {
        return choices;
    }

    static Optional<FormField> of(String key) {
        return Arrays.stream(values()).filter(field -> field.key.equals(key)).findFirst();
    }

    static String keys(List<FormField> fields) {
        return fields.stream().map(FormField::key).collect(Collectors.joining(", "));
    }
}
