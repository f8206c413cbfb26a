package jp.tsunagi.conference;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The five sections of the request on the screen (ui.md B5), and the fields of each. */
enum RequestSection {
    KIND("guidelineItem", "factors", "urgent", "legalBasis", "contactPerson", "contactPhone", "onBehalfOf", "source"),
    PERSON(
            "name",
            "kana",
            "formerName",
            "commonName",
            "callName",
            "nameAtMeeting",
            "birthDate",
            "approximateAge",
            "addressHandling",
            "address",
            "phone",
            "safeContact",
            "needs"),
    SITUATION("currentSituation", "caseOverview", "wishes", "topics"),
    MEETING("invitees", "preferredSlots", "preferredPlace"),
    CONSENT("consent");

    private final List<String> fields;

    RequestSection(String... fields) {
        this.fields = List.of(fields);
    }

    /** As in the path of its page. */
    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<RequestSection> at(String path) {
        return Stream.of(values())
                .filter(section -> section.path().equals(path))
                .findFirst();
    }

    /** The names of the fields that stand on a page of the request, in its order. */
    static List<String> inputs() {
        return Stream.of(values())
                .flatMap(section -> section.fields.stream())
                .filter(field -> !field.equals("onBehalfOf") && !field.equals("source"))
                .toList();
    }

    /** Where a field stands, by its path such as {@code invitees[0].agency}. */
    static RequestSection of(String field) {
        String first = field.replaceFirst("[.\\[].*", "");
        return Stream.of(values())
                .filter(section -> section.fields.contains(first))
                .findFirst()
                .orElse(KIND);
    }

    /** Path of the page after this one. */
    String next() {
        return this == CONSENT ? "check" : values()[ordinal() + 1].path();
    }
}
