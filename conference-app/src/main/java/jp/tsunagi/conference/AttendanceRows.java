package jp.tsunagi.conference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagi.page.FormReader;
import jp.tsunagi.page.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * The list of those present, as two pages show it: one row for each agency, and her own part beside them, since she is no
 * agency and often is not there.
 */
@Component
class AttendanceRows {

    private final Directory directory;
    private final FormReader reader;

    AttendanceRows(Directory directory, FormReader reader) {
        this.directory = directory;
        this.reader = reader;
    }

    /** Her own line on the form. */
    record Herself(@Nullable Attendance person) {}

    /** Tells the page which agencies take part, and how somebody can have been there. */
    void show(Shown conference, Model model) {
        model.addAttribute("expected", agencies(conference));
        model.addAttribute("presences", Attendance.Presence.values());
        model.addAttribute("capacities", Capacity.values());
    }

    /** One row for each agency that takes part, with the name it gave, and one for each who comes for none. */
    List<Map<String, Object>> asInvited(Shown conference) {
        Map<String, String> attendees = new LinkedHashMap<>();
        conference.list("participants").forEach(one -> {
            if (one.text("attendee") != null) {
                attendees.put(one.text("agency"), one.text("attendee"));
            }
        });
        return Stream.concat(
                        agencies(conference).stream()
                                .map(agency -> Map.<String, Object>of(
                                        "agency", agency, "name", attendees.getOrDefault(agency, ""))),
                        conference.part("convening").list("companions").stream()
                                .map(companion -> Map.<String, Object>of(
                                        "capacity",
                                        Objects.requireNonNull(companion.code("capacity")),
                                        "name",
                                        Objects.requireNonNullElse(companion.text("name"), ""))))
                .toList();
    }

    /** The lines, with hers where something is said of it. */
    List<Attendance> withHer(List<Attendance> agencies, Typed typed) {
        Attendance hers = reader.read(typed, Herself.class).orRefuse().person();
        if (hers == null || hers.presence() == null) {
            return agencies;
        }
        List<Attendance> all = new ArrayList<>(agencies);
        all.add(new Attendance(null, null, hers.presence(), true, hers.part(), null));
        return all;
    }

    private Set<String> agencies(Shown conference) {
        Set<String> codes = new LinkedHashSet<>();
        Stream.concat(
                        Stream.of(
                                conference.text("requestingAgency"),
                                directory.center().value()),
                        conference.list("participants").stream().map(one -> one.text("agency")))
                .filter(Objects::nonNull)
                .forEach(codes::add);
        return codes;
    }
}
