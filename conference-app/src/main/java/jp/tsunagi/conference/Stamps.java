package jp.tsunagi.conference;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.tsunagi.shared.EraDates;
import jp.tsunagi.shared.TimeConfiguration;
import org.jspecify.annotations.Nullable;

/** The boxes of a paper that goes from hand to hand (起案, 受付, 所長), from what the policy shows of the conference. */
final class Stamps {

    private Stamps() {}

    /** Who draws up, who takes it in, who decides. */
    enum Role {
        DRAFTED,
        RECEIVED,
        DIRECTOR
    }

    /**
     * One box.
     *
     * @param surname in the stamp; null where nobody has acted
     * @param day of the stamp, such as R8.9.5
     * @param name in full, with the agency's name where it is no officer of the Center
     * @param deputy whether somebody acted in the director's place (代)
     */
    record Box(
            Role role,
            @Nullable String surname,
            @Nullable String day,
            @Nullable String name,
            @Nullable Object at,
            boolean deputy) {}

    /** @param shown the conference by the names of the API */
    static List<Box> of(Map<String, Object> shown, String requestingAgency) {
        return List.of(drafted(shown, requestingAgency), received(shown), decided(shown));
    }

    private static Box drafted(Map<String, Object> shown, String requestingAgency) {
        String contact = (String) shown.get("contactPerson");
        LocalDate on = (LocalDate) shown.get("submittedOn");
        String name = contact == null ? requestingAgency : requestingAgency + " " + contact;
        return new Box(
                Role.DRAFTED,
                surname(contact == null ? requestingAgency : contact),
                on == null ? null : EraDates.formatShort(on),
                name,
                on,
                false);
    }

    private static Box received(Map<String, Object> shown) {
        String officer = (String) shown.get("officer");
        Instant at = last(shown, Step.ASSIGN);
        return officer == null || at == null
                ? new Box(Role.RECEIVED, null, null, null, null, false)
                : new Box(Role.RECEIVED, surname(officer), day(at), officer, at, false);
    }

    private static Box decided(Map<String, Object> shown) {
        if (!(shown.get("decision") instanceof Map<?, ?> decision)
                || !(decision.get("decidedBy") instanceof String name)
                || !(decision.get("decidedAt") instanceof Instant at)) {
            return new Box(Role.DIRECTOR, null, null, null, null, false);
        }
        return new Box(Role.DIRECTOR, surname(name), day(at), name, at, Boolean.TRUE.equals(decision.get("deputy")));
    }

    private static @Nullable Instant last(Map<String, Object> shown, Step step) {
        Instant last = null;
        if (shown.get("history") instanceof List<?> history) {
            for (Object line : history) {
                if (line instanceof Map<?, ?> milestone
                        && milestone.get("step") == step
                        && milestone.get("at") instanceof Instant at) {
                    last = at;
                }
            }
        }
        return last;
    }

    private static String day(Instant at) {
        return EraDates.formatShort(LocalDate.ofInstant(at, TimeConfiguration.JAPAN));
    }

    /** What stands before the first space; Japanese names are written surname first. */
    private static String surname(String name) {
        return name.strip().split("[ \u3000]", 2)[0];
    }
}
