package jp.tsunagi.deadletter;

import java.time.Instant;
import java.util.List;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.Role;
import jp.tsunagi.command.Acts;
import jp.tsunagi.command.Commands;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.shared.Paging;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Dead letters for administrators: why each is there, and back on its way. Never what it says. */
@RestController
@RequestMapping("/api/v1/dead-letters")
class DeadLetterController {

    private final DeadLetterOffice letters;
    private final Acts acts;
    private final Commands commands;

    DeadLetterController(DeadLetterOffice letters, Acts acts, Commands commands) {
        this.letters = letters;
        this.acts = acts;
        this.commands = commands;
    }

    /** @param size of the body in bytes */
    record Line(
            String id,
            String originalAddress,
            @Nullable String sender,
            String failure,
            @Nullable String rule,
            int size,
            Instant parkedAt,
            int resent,
            @Nullable Instant resentAt) {

        static Line of(DeadLetter letter) {
            return new Line(
                    letter.id(),
                    letter.originalAddress(),
                    letter.sender(),
                    letter.failure().code(),
                    letter.rule(),
                    letter.size(),
                    letter.parkedAt(),
                    letter.resent(),
                    letter.resentAt());
        }
    }

    record Page(List<Line> items, int page, long total) {}

    @GetMapping
    Page list(
            @CurrentOfficer Officer officer,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "25") int size) {
        requireAdministrator(officer);
        Paging paging = Paging.of(page, size);
        return new Page(
                letters.list(paging.page(), paging.size()).stream()
                        .map(Line::of)
                        .toList(),
                paging.page(),
                letters.count());
    }

    @GetMapping("/{id}")
    Line inspect(@CurrentOfficer Officer officer, @PathVariable String id) {
        return Line.of(find(officer, id));
    }

    @PostMapping("/{id}/resend")
    Line resend(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id) {
        find(officer, id);
        return acts.perform(
                commands.of(officer, key, "dead-letter.resend", id, null),
                "dead-letter.resend",
                null,
                id,
                () -> Line.of(letters.resend(find(officer, id))));
    }

    private DeadLetter find(Officer officer, String id) {
        requireAdministrator(officer);
        if (!Ids.isId(id)) {
            throw Refusal.notFound();
        }
        return letters.find(id).orElseThrow(Refusal::notFound);
    }

    private static void requireAdministrator(Officer officer) {
        if (!officer.is(Role.ADMINISTRATOR)) {
            throw Refusal.notFound();
        }
    }
}
