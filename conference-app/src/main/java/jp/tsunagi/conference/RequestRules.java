package jp.tsunagi.conference;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import jp.tsunagi.casefile.NameAtMeeting;
import jp.tsunagi.shared.FieldProblem;

/** What a request must and may contain (domain.md E1, ui.md B5). Finds everything at once, so that one reply mends all. */
final class RequestRules {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_LINE = 500;
    private static final int LONGEST_TEXT = 4_000;
    private static final int LONGEST_OVERVIEW = 8_000;
    private static final int MOST_INVITEES = 50;
    private static final int MOST_SLOTS = 10;
    private static final int OLDEST = 130;

    private final FieldCheck fields;
    private final Request request;
    private final Directory directory;
    private final LocalDate today;

    private RequestRules(Request request, Directory directory, LocalDate today) {
        this.fields = new FieldCheck(directory);
        this.request = request;
        this.directory = directory;
        this.today = today;
    }

    /** What keeps a draft from being kept: nothing but what could not be stored or printed, or contradicts itself. */
    static List<FieldProblem> ofDraft(Request request, Directory directory, LocalDate today) {
        RequestRules rules = new RequestRules(request, directory, today);
        rules.lengths();
        rules.nameAtMeeting();
        return rules.fields.problems();
    }

    /** What keeps a case that comes from elsewhere from beginning with this: she must have a name, and be possible. */
    static List<FieldProblem> ofBeginning(Request request, Directory directory, LocalDate today) {
        RequestRules rules = new RequestRules(request, directory, today);
        rules.lengths();
        rules.fields.required("name", request.name());
        rules.person();
        return rules.fields.problems();
    }

    /** What keeps a request from being submitted. */
    static List<FieldProblem> ofSubmission(Request request, Directory directory, LocalDateTime now) {
        RequestRules rules = new RequestRules(request, directory, now.toLocalDate());
        rules.lengths();
        rules.nameAtMeeting();
        rules.required();
        rules.person();
        rules.invitees();
        rules.slots();
        rules.held(now);
        rules.consent();
        return rules.fields.problems();
    }

    private void lengths() {
        fields.name("name", request.name(), LONGEST_NAME);
        fields.name("kana", request.kana(), LONGEST_NAME);
        fields.name("formerName", request.formerName(), LONGEST_NAME);
        fields.name("commonName", request.commonName(), LONGEST_NAME);
        fields.name("callName", request.callName(), LONGEST_NAME);
        fields.text("address", request.address(), LONGEST_LINE);
        fields.text("phone", request.phone(), LONGEST_NAME);
        fields.text("safeContact", request.safeContact(), LONGEST_LINE);
        fields.text("currentSituation", request.currentSituation(), LONGEST_TEXT);
        fields.text("caseOverview", request.caseOverview(), LONGEST_OVERVIEW);
        fields.text("topics", request.topics(), LONGEST_TEXT);
        fields.text("wishes", request.wishes(), LONGEST_TEXT);
        fields.text("preferredPlace", request.preferredPlace(), LONGEST_LINE);
        fields.text("contactPerson", request.contactPerson(), LONGEST_NAME);
        fields.text("contactPhone", request.contactPhone(), LONGEST_NAME);
        fields.text("source", request.source(), LONGEST_LINE);
        fields.atMost("needs", request.needs(), MOST_INVITEES);
        fields.each("needs", request.needs(), (path, need) -> fields.text(path, need, LONGEST_LINE));
        fields.atMost("factors", request.factors(), Request.Factor.values().length);
        fields.atMost("invitees", request.invitees(), MOST_INVITEES);
        fields.each("invitees", request.invitees(), (path, invitee) -> {
            fields.text(path + ".agency", invitee.agency(), LONGEST_NAME);
            fields.text(path + ".agencyName", invitee.agencyName(), LONGEST_NAME);
            fields.text(path + ".section", invitee.section(), LONGEST_LINE);
            fields.name(path + ".person", invitee.person(), LONGEST_NAME);
            fields.text(path + ".reason", invitee.reason(), LONGEST_LINE);
        });
        fields.atMost("preferredSlots", request.preferredSlots(), MOST_SLOTS);
        fields.each(
                "preferredSlots",
                request.preferredSlots(),
                (path, slot) -> fields.text(path + ".note", slot.note(), LONGEST_LINE));
        Holding held = request.held();
        if (held != null) {
            MeetingRules.lengths("held.", held.place(), held.attendance(), fields);
        }
        Request.RequestedConsent consent = request.consent();
        if (consent != null) {
            fields.text("consent.confirmedBy", consent.confirmedBy(), LONGEST_NAME);
            ConsentRules.lengths(
                    "consent.",
                    consent.recipients(),
                    consent.withheld(),
                    consent.conditions(),
                    consent.locationRecipients(),
                    fields);
        }
    }

    /** A name that is chosen and not there would leave the participants without any. */
    private void nameAtMeeting() {
        NameAtMeeting chosen = request.nameAtMeeting();
        String used = chosen == null
                ? null
                : switch (chosen) {
                    case NAME -> null;
                    case FORMER_NAME -> Objects.requireNonNullElse(request.formerName(), "");
                    case COMMON_NAME -> Objects.requireNonNullElse(request.commonName(), "");
                    case CALL_NAME -> Objects.requireNonNullElse(request.callName(), "");
                };
        if (chosen != null && used != null && used.isBlank()) {
            fields.add(chosen.field(), "used-at-meeting");
        }
    }

    private void required() {
        if (request.guidelineItem() == null) {
            fields.add("guidelineItem", "choose");
        } else if (request.guidelineItem() != 1 && request.guidelineItem() != 2) {
            fields.add("guidelineItem", "one-of", "1, 2");
        }
        fields.required("name", request.name());
        fields.required("currentSituation", request.currentSituation());
        fields.required("caseOverview", request.caseOverview());
        fields.required("topics", request.topics());
        if (request.invitees().isEmpty()) {
            fields.add("invitees", "at-least-one");
        }
        if (request.onBehalfOf() != null && FieldCheck.isBlank(request.source())) {
            fields.add("source", "required");
        }
    }

    private void person() {
        LocalDate birth = request.birthDate();
        if (birth != null && birth.isAfter(today)) {
            fields.add("birthDate", "not-future");
        } else if (birth != null && birth.isBefore(today.minusYears(OLDEST))) {
            fields.add("birthDate", "too-long-ago", OLDEST);
        }
        Integer age = request.approximateAge();
        if (age != null && (age < 0 || age > OLDEST)) {
            fields.add("approximateAge", "between", 0, OLDEST);
        }
    }

    private void invitees() {
        fields.each("invitees", request.invitees(), (path, invitee) -> {
            if (FieldCheck.isBlank(invitee.agency()) && FieldCheck.isBlank(invitee.agencyName())) {
                fields.add(path + ".agency", "agency-or-name");
            }
            fields.agency(path + ".agency", invitee.agency());
        });
    }

    private void slots() {
        LocalDate earliest = request.isUrgent() || request.isRetrospective() ? today : today.plusDays(1);
        fields.each("preferredSlots", request.preferredSlots(), (path, slot) -> {
            if (slot.date() == null && FieldCheck.isBlank(slot.note())) {
                fields.add(path + ".date", "date-or-note");
            }
            if (slot.date() != null && slot.date().isBefore(earliest) && !request.isRetrospective()) {
                fields.add(path + ".date", "future");
            }
            if (slot.start() != null && slot.end() != null && !slot.end().isAfter(slot.start())) {
                fields.add(path + ".end", "after-start", slot.start().toString());
            }
        });
    }

    /** An emergency meeting entered afterwards: it has been held, and with whom. */
    private void held(LocalDateTime now) {
        if (!request.isRetrospective()) {
            return;
        }
        if (request.held() == null) {
            fields.add("held", "required");
        } else {
            MeetingRules.held("held.", request.held(), fields, now);
        }
    }

    private void consent() {
        Request.RequestedConsent consent = request.consent();
        if (consent == null || !Boolean.TRUE.equals(consent.confirmed())) {
            fields.add("consent.confirmed", "consent-tick");
            return;
        }
        LocalDate confirmedOn = consent.confirmedOn() == null ? today : consent.confirmedOn();
        if (confirmedOn.isAfter(today)) {
            fields.add("consent.confirmedOn", "not-future");
        }
        ConsentRules.end("consent.validUntil", consent.validUntil(), confirmedOn, fields);
        if (ConsentRules.endOf(consent.validUntil(), confirmedOn).isBefore(today)) {
            fields.add("consent.validUntil", "consent-ended");
        }
        ConsentRules.purposes("consent.purposes", consent.purposes(), fields);
        fields.agency("consent.contactAgency", consent.contactAgency());
        ConsentRules.content(
                "consent.",
                consent.recipients(),
                consent.withheld(),
                consent.conditions(),
                consent.locationRecipients(),
                fields,
                today);
    }
}
