package jp.tsunagi.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import jp.tsunagi.audit.AuditEvent.Phase;
import jp.tsunagi.shared.FieldProblem;
import jp.tsunagi.shared.Refusal;
import jp.tsunagi.shared.Refused;
import jp.tsunagi.shared.TimeConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The audit as the auditor reads it. For everyone else there is nothing here; looking is itself recorded. */
@RestController
@RequestMapping("/api/v1/audit")
class AuditController {

    private static final int LARGEST_PAGE = 100;

    private final AuditReading reading;

    AuditController(AuditReading reading) {
        this.reading = reading;
    }

    /**
     * Entries, newest first; {@code case} is the id of a case or the reference of one of its conferences, {@code actor} the
     * id or the sign-in name of an account, {@code from} and {@code to} are days (both included) or local
     * date-times (to excluded).
     */
    @GetMapping
    PageView entries(
            @RequestParam(name = "case", required = false) @Nullable String caseId,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            Authentication caller) {
        AuditReading.requireAuditor(caller);
        if (page < 0 || page > Integer.MAX_VALUE / LARGEST_PAGE) {
            throw invalid("page");
        }
        if (size < 1 || size > LARGEST_PAGE) {
            throw invalid("size");
        }
        AuditLog.Query query = new AuditLog.Query(caseId, actor, instant("from", from, false), instant("to", to, true));
        return PageView.of(reading.entries(query, page, size, caller));
    }

    @GetMapping("/verification")
    VerificationView verification(Authentication caller) {
        return VerificationView.of(reading.verification(caller), reading.secondPlace(caller));
    }

    private static @Nullable Instant instant(String field, @Nullable String text, boolean endOfDay) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            if (text.length() > "2026-11-20".length()) {
                return LocalDateTime.parse(text).atZone(TimeConfiguration.JAPAN).toInstant();
            }
            LocalDate day = LocalDate.parse(text);
            return (endOfDay ? day.plusDays(1) : day)
                    .atStartOfDay(TimeConfiguration.JAPAN)
                    .toInstant();
        } catch (DateTimeParseException e) {
            throw invalid(field);
        }
    }

    private static Refused invalid(String field) {
        return Refusal.invalid("request.invalid", FieldProblem.of(field, "malformed"));
    }

    /** As answered; times are local to Japan. */
    record PageView(List<LineView> items, int page, long total) {

        static PageView of(AuditLog.Page found) {
            return new PageView(found.items().stream().map(LineView::of).toList(), found.page(), found.total());
        }
    }

    /** One entry. */
    record LineView(
            long seq,
            LocalDateTime at,
            String commandId,
            Phase phase,
            String action,
            String actor,
            @Nullable String agency,
            @Nullable String onBehalfOf,
            @Nullable String caseId,
            @Nullable String subject,
            @Nullable String outcome,
            List<String> detail) {

        static LineView of(AuditLog.Line line) {
            AuditEvent event = line.event();
            return new LineView(
                    line.seq(),
                    LocalDateTime.ofInstant(line.at(), TimeConfiguration.JAPAN),
                    event.commandId(),
                    event.phase(),
                    event.action(),
                    event.actor(),
                    event.agency(),
                    event.onBehalfOf(),
                    event.caseId(),
                    event.subject(),
                    event.outcome(),
                    event.detail());
        }
    }

    /** Whether the chain is whole, and if not, the first entry that can no longer be trusted. */
    record VerificationView(
            boolean whole,
            long entries,
            @Nullable Long brokenAt,
            Verification.@Nullable Reason reason,
            SecondPlaceView secondPlace) {

        static VerificationView of(Verification found, SecondPlace place) {
            return new VerificationView(
                    found.whole(), found.entries(), found.brokenAt(), found.reason(), SecondPlaceView.of(place));
        }
    }

    /** What lies in the second place, against which the chain was verified too. */
    record SecondPlaceView(
            boolean reachable, int roots, @Nullable LocalDateTime newestAt, long newestEntry, int unreadable) {

        static SecondPlaceView of(SecondPlace place) {
            Instant newest = place.newestAt();
            return new SecondPlaceView(
                    place.reachable(),
                    place.roots(),
                    newest == null ? null : LocalDateTime.ofInstant(newest, TimeConfiguration.JAPAN),
                    place.newestEntry(),
                    place.unreadable());
        }
    }
}
