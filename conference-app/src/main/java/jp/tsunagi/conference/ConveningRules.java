package jp.tsunagi.conference;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.casefile.Consent;
import jp.tsunagi.shared.FieldProblem;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;

/** The rules of convening (要領 第3の2(2), 第4; domain.md E2 step 5). */
final class ConveningRules {

    private static final int LONGEST_PLACE = 500;
    private static final int LONGEST_NAME = 100;
    private static final int MOST_PARTICIPANTS = 50;

    private ConveningRules() {}

    static void check(
            Convening call, AgencyCode requesting, Casefile casefile, Directory directory, LocalDateTime now) {
        FieldCheck fields = new FieldCheck(directory);
        time(call, fields, now);
        fields.text("place", call.place(), LONGEST_PLACE);
        if (FieldCheck.isBlank(call.place()) && !Boolean.TRUE.equals(call.online())) {
            fields.add("place", "place-or-online");
        }
        if (call.participants().isEmpty()) {
            fields.add("participants", "at-least-one");
        }
        fields.atMost("participants", call.participants(), MOST_PARTICIPANTS);
        Set<String> named = new HashSet<>();
        fields.each("participants", call.participants(), (path, participant) -> {
            fields.chosen(path + ".agency", participant.agency());
            fields.agency(path + ".agency", participant.agency());
            fields.agency(path + ".via", participant.via());
            if (!named.add(participant.agency())) {
                fields.add(path + ".agency", "named-twice");
            }
        });
        fields.atMost("companions", call.companions(), MOST_PARTICIPANTS);
        fields.each("companions", call.companions(), (path, companion) -> {
            fields.chosen(path + ".capacity", companion.capacity());
            fields.required(path + ".name", companion.name());
            fields.name(path + ".name", companion.name(), LONGEST_NAME);
            fields.chosen(path + ".broughtBy", companion.broughtBy());
        });
        fields.agency("moderator", call.moderator());
        fields.agency("recorder", call.recorder());
        fields.refuseUnder("convening.incomplete");

        if (FieldCheck.isBlank(call.moderator()) || FieldCheck.isBlank(call.recorder())) {
            throw Refusal.invalid(
                    "convening.chair-and-recorder",
                    FieldProblem.of(FieldCheck.isBlank(call.moderator()) ? "moderator" : "recorder", "choose"));
        }
        Set<String> present = new LinkedHashSet<>(named);
        present.add(requesting.value());
        present.add(directory.center().value());
        requirePresent("moderator", call.moderator(), present);
        requirePresent("recorder", call.recorder(), present);
        for (int i = 0; i < call.participants().size(); i++) {
            requirePresent(
                    "participants[" + i + "].via", call.participants().get(i).via(), present);
        }
        for (int i = 0; i < call.companions().size(); i++) {
            requirePresent(
                    "companions[" + i + "].broughtBy", call.companions().get(i).broughtBy(), present);
        }
        consent(call, requesting, casefile, directory);
        companionsAgreedTo(call);
    }

    private static void companionsAgreedTo(Convening call) {
        List<FieldProblem> problems = new ArrayList<>();
        for (int i = 0; i < call.companions().size(); i++) {
            if (!Boolean.TRUE.equals(call.companions().get(i).agreed())) {
                problems.add(FieldProblem.of("companions[" + i + "].agreed", "companion-tick"));
            }
        }
        if (!problems.isEmpty()) {
            throw Refusal.invalid("convening.companion-not-agreed", problems);
        }
    }

    /** The new time of a meeting that moves. */
    static void checkTime(Convening call, Casefile casefile, Directory directory, LocalDateTime now) {
        FieldCheck fields = new FieldCheck(directory);
        time(call, fields, now);
        fields.text("place", call.place(), LONGEST_PLACE);
        fields.refuseUnder("convening.incomplete");
        requireConsentOn(day(call), casefile);
    }

    private static void time(Convening call, FieldCheck fields, LocalDateTime now) {
        fields.period("", call.start(), call.end());
        if (call.start() != null && call.start().isBefore(now)) {
            fields.add("start", "future");
        }
    }

    private static void consent(Convening call, AgencyCode requesting, Casefile casefile, Directory directory) {
        LocalDate day = day(call);
        requireConsentOn(day, casefile);
        Set<String> blocked = new HashSet<>();
        casefile.blocked().forEach(entry -> {
            if (entry.agency() != null) {
                blocked.add(entry.agency());
            }
        });
        List<FieldProblem> uncovered = new ArrayList<>();
        List<FieldProblem> refused = new ArrayList<>();
        for (int i = 0; i < call.participants().size(); i++) {
            AgencyCode agency = new AgencyCode(call.participants().get(i).agency());
            String field = "participants[" + i + "].agency";
            boolean takesPartAnyway = agency.equals(requesting) || agency.equals(directory.center());
            if (!takesPartAnyway && !casefile.scopeFor(agency, day).covers()) {
                uncovered.add(FieldProblem.of(field, "not-consented"));
            }
            if (blocked.contains(agency.value())) {
                refused.add(FieldProblem.of(field, "blocked"));
            }
        }
        if (!uncovered.isEmpty()) {
            throw Refusal.invalid("consent.recipient-not-covered", uncovered);
        }
        if (!refused.isEmpty()) {
            throw Refusal.invalid("convening.agency-blocked", refused);
        }
    }

    private static void requireConsentOn(LocalDate day, Casefile casefile) {
        Consent consent = casefile.consent().orElseThrow(() -> Refusal.conflict("consent.not-valid"));
        if (!consent.inForce(day)) {
            throw Refusal.invalid("consent.ends-before-meeting", FieldProblem.of("start", "after-consent"));
        }
        if (!consent.conditionsMet()) {
            throw Refusal.conflict("consent.condition-unmet");
        }
    }

    private static void requirePresent(String field, @Nullable String code, Set<String> present) {
        if (!FieldCheck.isBlank(code) && !present.contains(code)) {
            throw Refusal.invalid("convening.not-participating", FieldProblem.of(field, "not-participating"));
        }
    }

    private static LocalDate day(Convening call) {
        if (call.start() == null) {
            throw new IllegalStateException("The time was checked before");
        }
        return call.start().toLocalDate();
    }
}
