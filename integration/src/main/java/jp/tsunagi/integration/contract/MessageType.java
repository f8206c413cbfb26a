package jp.tsunagi.integration.contract;

import java.util.Optional;
import java.util.stream.Stream;

/** Every kind of message that crosses an agency boundary, by its name on the wire and its major version. */
public enum MessageType {
    CONFERENCE_REQUEST("conference-request", Direction.TO_HUB, ConferenceRequest.class),
    CONSENT_ANSWER("consent-answer", Direction.TO_HUB, ConsentAnswer.class),
    ATTENDANCE_REPLY("attendance-reply", Direction.TO_HUB, AttendanceReply.class),
    INFORMATION_SHEET("information-sheet", Direction.TO_HUB, InformationSheet.class),
    OUTCOME_REPORT("outcome-report", Direction.TO_HUB, OutcomeReport.class),
    NOTICE("notice", Direction.TO_AGENCY, Notice.class),
    ACKNOWLEDGEMENT("acknowledgement", Direction.TO_AGENCY, Acknowledgement.class);

    /** Which way a message travels. What goes to the hub is encrypted; what goes to an agency holds nothing personal. */
    public enum Direction {
        TO_HUB,
        TO_AGENCY
    }

    private final String wireName;
    private final Direction direction;
    private final Class<?> body;

    MessageType(String wireName, Direction direction, Class<?> body) {
        this.wireName = wireName;
        this.direction = direction;
        this.body = body;
    }

    /** The value of the header {@code tsunagiType}; never changes. */
    public String wireName() {
        return wireName;
    }

    public Direction direction() {
        return direction;
    }

    /** The only major version spoken so far. Another one is refused, whatever it may hold. */
    public int version() {
        return 1;
    }

    /** The record that the body becomes. */
    Class<?> body() {
        return body;
    }

    /** Where the JSON Schema of the body lies on the class path. */
    String schemaResource() {
        return "/jp/tsunagi/integration/contract/" + wireName + ".v" + version() + ".schema.json";
    }

    public static Optional<MessageType> ofWireName(String name) {
        return Stream.of(values()).filter(type -> type.wireName.equals(name)).findFirst();
    }
}
