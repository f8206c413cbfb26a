package jp.tsunagi.casefile;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which of her names is used at the meeting (会議で使う名前, ui.md B8). Where nobody chose, it is the name she goes by, if she
 * has one.
 */
public enum NameAtMeeting {
    NAME("name", "氏名"),
    FORMER_NAME("formerName", "旧氏"),
    COMMON_NAME("commonName", "通称"),
    CALL_NAME("callName", "呼び名");

    private final String field;
    private final String onPaper;

    NameAtMeeting(String field, String onPaper) {
        this.field = field;
        this.onPaper = onPaper;
    }

    /** The field of the request and of what is shown of it in which this name stands. */
    public String field() {
        return field;
    }

    /**
     * Fields of those other names that agencies beside her own and the Center are not shown: all but the one that is used
     * before them. A former name tells of a marriage that is nobody's business at the meeting.
     */
    public static Set<String> unused(@Nullable NameAtMeeting chosen) {
        return Stream.of(FORMER_NAME, COMMON_NAME, CALL_NAME)
                .filter(name -> name != orUsual(chosen))
                .map(NameAtMeeting::field)
                .collect(Collectors.toSet());
    }

    /** The name used at the meeting as a paper says it behind her own, as far as it is shown; empty where it is her own. */
    public static Optional<String> onPaper(Map<?, ?> shown) {
        NameAtMeeting used = orUsual((NameAtMeeting) shown.get("nameAtMeeting"));
        return used == NAME
                ? Optional.empty()
                : Optional.ofNullable((String) shown.get(used.field))
                        .filter(text -> !text.isBlank())
                        .map(text -> "（" + used.onPaper + "：" + text + "）");
    }

    /** The name itself; her own where she has none of the kind. */
    public static String used(@Nullable NameAtMeeting chosen, Person person) {
        String used =
                switch (orUsual(chosen)) {
                    case NAME -> person.name();
                    case FORMER_NAME -> person.formerName();
                    case COMMON_NAME -> person.commonName();
                    case CALL_NAME -> person.callName();
                };
        return used == null || used.isBlank() ? person.name() : used;
    }

    private static NameAtMeeting orUsual(@Nullable NameAtMeeting chosen) {
        return chosen == null ? CALL_NAME : chosen;
    }
}
