package jp.tsunagi.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.command.Acts;
import jp.tsunagi.command.Command;
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

@RestController
@RequestMapping("/api/v1/inbox")
class InboxController {

    private final Inbox inbox;
    private final Acts acts;
    private final Commands commands;

    InboxController(Inbox inbox, Acts acts, Commands commands) {
        this.inbox = inbox;
        this.acts = acts;
        this.commands = commands;
    }

    @GetMapping
    NoticePage list(
            @CurrentOfficer Officer officer,
            @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "25") int size) {
        Paging paging = Paging.of(page, size);
        Inbox.Page found = inbox.list(officer, unread, paging.page(), paging.size());
        return new NoticePage(found.items().stream().map(NoticeView::of).toList(), found.page(), found.total());
    }

    @PostMapping("/{id}/receipt")
    NoticeView receipt(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        if (!Ids.isId(id)) {
            throw Refusal.notFound();
        }
        Command command = commands.of(officer, key, "inbox.receipt", id, null);
        return acts.perform(command, "inbox.receipt", null, id, () -> NoticeView.of(inbox.receipt(officer, id)));
    }

    /** @param path where to look, relative to the hub */
    record NoticeView(
            String id,
            String kind,
            String conferenceId,
            String reference,
            @Nullable LocalDate deadline,
            @Nullable String passOnTo,
            Instant at,
            boolean read,
            @Nullable Instant readAt,
            String path) {

        static NoticeView of(Notice notice) {
            return new NoticeView(
                    notice.id(),
                    notice.kind(),
                    notice.conferenceId(),
                    notice.reference(),
                    notice.deadline(),
                    notice.passOnTo() == null ? null : notice.passOnTo().value(),
                    notice.at(),
                    notice.read(),
                    notice.readAt(),
                    notice.path());
        }
    }

    record NoticePage(List<NoticeView> items, int page, long total) {}
}
