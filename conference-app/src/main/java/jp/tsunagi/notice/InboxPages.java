package jp.tsunagi.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.SignedInPages;
import jp.tsunagi.command.Acts;
import jp.tsunagi.command.Commands;
import jp.tsunagi.page.FormPost;
import jp.tsunagi.page.NavigationCount;
import jp.tsunagi.page.Words;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.shared.Paging;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The officer's notices (S05): what happened, without anything personal, and where to go on. */
@Controller
class InboxPages {

    private static final int ON_A_PAGE = 25;
    /** At most this many are marked at once; who has more presses again. */
    private static final int MOST_AT_ONCE = 500;

    private final Inbox inbox;
    private final Acts acts;
    private final Commands commands;
    private final Words words;

    InboxPages(Inbox inbox, Acts acts, Commands commands, Words words) {
        this.inbox = inbox;
        this.acts = acts;
        this.commands = commands;
        this.words = words;
    }

    /** @param text what happened, in the words of its kind */
    record Line(
            String id,
            String text,
            String reference,
            @Nullable LocalDate deadline,
            @Nullable String passOnTo,
            Instant at,
            boolean read) {}

    @GetMapping("/inbox")
    String list(@CurrentOfficer Officer officer, @RequestParam(defaultValue = "0") int page, Model model) {
        Paging paging = Paging.of(page, ON_A_PAGE);
        Inbox.Page found = inbox.unreadFirst(officer, paging.page(), paging.size());
        List<Line> lines = found.items().stream().map(this::line).toList();
        model.addAttribute("lines", lines);
        model.addAttribute("page", found.page());
        model.addAttribute("total", found.total());
        model.addAttribute("unread", inbox.unread(officer));
        model.addAttribute("size", ON_A_PAGE);
        return "notice/inbox";
    }

    /** Reads it, and goes on to what it is about. */
    @PostMapping("/inbox/{id}/opening")
    String open(@CurrentOfficer Officer officer, @PathVariable String id) {
        Notice notice = receipt(officer, id);
        String tab = notice.isAboutPlan() ? "/plan" : notice.isAboutDeadline() ? "/deadlines" : "";
        return "redirect:/c/" + notice.conferenceId() + tab;
    }

    @PostMapping("/inbox/{id}/receipt")
    String confirm(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            @RequestParam(defaultValue = "0") int page,
            FormPost form) {
        receipt(officer, id);
        return form.done("/inbox" + (page > 0 ? "?page=" + page : ""), "inbox.confirmed");
    }

    @PostMapping("/inbox/receipts")
    String confirmAll(@CurrentOfficer Officer officer, FormPost form) {
        int left = MOST_AT_ONCE;
        List<Notice> unread = inbox.list(officer, true, 0, ON_A_PAGE).items();
        while (!unread.isEmpty() && left > 0) {
            unread.forEach(notice -> receipt(officer, notice.id()));
            left -= unread.size();
            unread = inbox.list(officer, true, 0, ON_A_PAGE).items();
        }
        return form.done("/inbox", "inbox.confirmed-all");
    }

    private Notice receipt(Officer officer, String id) {
        if (!Ids.isId(id)) {
            throw Refusal.notFound();
        }
        return acts.perform(
                commands.of(officer, null, "inbox.receipt", id, null),
                "inbox.receipt",
                null,
                id,
                () -> inbox.receipt(officer, id));
    }

    private Line line(Notice notice) {
        return new Line(
                notice.id(),
                words.labelOr("notice", notice.kind(), "other"),
                notice.reference(),
                notice.deadline(),
                notice.passOnTo() == null ? null : notice.passOnTo().value(),
                notice.at(),
                notice.read());
    }

    /** The place of the inbox in the navigation. */
    @Configuration(proxyBeanMethods = false)
    static class Place {

        @Bean
        SignedInPages inboxIsOpen() {
            return SignedInPages.of("/inbox/**");
        }

        @Bean
        NavigationCount inboxCount(Inbox inbox) {
            return new NavigationCount() {
                @Override
                public String place() {
                    return "inbox";
                }

                @Override
                public long of(Officer officer) {
                    return inbox.unread(officer);
                }
            };
        }
    }
}
