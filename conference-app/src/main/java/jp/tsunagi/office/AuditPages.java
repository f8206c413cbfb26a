package jp.tsunagi.office;

import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.account.Accounts;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.audit.AuditEvent;
import jp.tsunagi.audit.AuditLog;
import jp.tsunagi.audit.AuditReading;
import jp.tsunagi.audit.Verification;
import jp.tsunagi.page.FormPost;
import jp.tsunagi.page.FormReader;
import jp.tsunagi.page.Forms;
import jp.tsunagi.page.Searches;
import jp.tsunagi.page.Typed;
import jp.tsunagi.shared.FieldProblem;
import jp.tsunagi.shared.Paging;
import jp.tsunagi.shared.Refusal;
import jp.tsunagi.shared.TimeConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The audit (S46): who did and saw what, without what it was; for auditors. */
@Controller
class AuditPages {

    private static final int ON_A_PAGE = 25;

    private final AuditReading reading;
    private final Accounts accounts;
    private final Searches searches;
    private final FormReader reader;
    private final Forms forms;

    AuditPages(AuditReading reading, Accounts accounts, Searches searches, FormReader reader, Forms forms) {
        this.reading = reading;
        this.accounts = accounts;
        this.searches = searches;
        this.reader = reader;
        this.forms = forms;
    }

    /**
     * What is looked for; nothing does not narrow.
     *
     * @param caseId id of a case, or the reference of one of its conferences
     * @param actor login or id of an account
     * @param from first day
     * @param to last day, included
     */
    record Wanted(@Nullable String caseId, @Nullable String actor, @Nullable LocalDate from, @Nullable LocalDate to) {}

    /** @param actor name of who did it; the id where there is no such account */
    record Line(long seq, Instant at, String actor, AuditEvent event) {}

    @GetMapping("/audit")
    String all(
            @CurrentOfficer Officer officer,
            @RequestParam(defaultValue = "0") int page,
            FormPost form,
            Authentication caller,
            Model model) {
        AuditReading.requireAuditor(caller);
        forms.open(form, officer, model, "", Typed::nothing, "");
        return show(Map.of(), "/audit", page, caller, model);
    }

    @PostMapping("/audit/search")
    String search(
            @CurrentOfficer Officer officer, FormPost form, HttpSession session, Authentication caller, Model model) {
        AuditReading.requireAuditor(caller);
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    Wanted wanted = reader.read(form.typed(), Wanted.class).orRefuse();
                    if (wanted.from() != null
                            && wanted.to() != null
                            && wanted.to().isBefore(wanted.from())) {
                        throw Refusal.invalid("request.invalid", FieldProblem.of("to", "before-start"));
                    }
                    return "redirect:/audit/search/" + searches.keep(session, kept(wanted));
                },
                () -> show(Map.of(), "/audit", 0, caller, model));
    }

    @GetMapping("/audit/search/{id}")
    String found(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            @RequestParam(defaultValue = "0") int page,
            FormPost form,
            HttpSession session,
            Authentication caller,
            Model model) {
        AuditReading.requireAuditor(caller);
        Map<String, String> wanted = searches.find(session, id);
        forms.open(form, officer, model, "", () -> Forms.typed(wanted(wanted)), "");
        return show(wanted, "/audit/search/" + id, page, caller, model);
    }

    @PostMapping("/audit/verification")
    String verify(FormPost form, Authentication caller) {
        Verification found = reading.verification(caller);
        if (found.whole()) {
            return form.done("/audit", "audit.whole", found.entries());
        }
        Object[] at = {Objects.requireNonNullElse(found.brokenAt(), 0L)};
        return form.done(
                "/audit",
                "audit.broken-because",
                new DefaultMessageSourceResolvable(
                        new String[] {"audit.broken"}, new Object[] {found.entries(), at[0]}),
                new DefaultMessageSourceResolvable(new String[] {"audit.reason." + found.reason()}, at));
    }

    private String show(Map<String, String> kept, String path, int page, Authentication caller, Model model) {
        Paging paging = Paging.of(page, ON_A_PAGE);
        AuditLog.Page found = reading.entries(query(wanted(kept)), paging.page(), paging.size(), caller);
        Map<String, String> names = new HashMap<>();
        List<Line> lines = found.items().stream()
                .map(line -> new Line(
                        line.seq(),
                        line.at(),
                        names.computeIfAbsent(line.event().actor(), this::name),
                        line.event()))
                .toList();
        model.addAttribute("place", reading.secondPlace(caller));
        model.addAttribute("lines", lines);
        model.addAttribute("page", found.page());
        model.addAttribute("total", found.total());
        model.addAttribute("path", path);
        model.addAttribute("narrowed", !kept.isEmpty());
        model.addAttribute("size", ON_A_PAGE);
        return "office/audit";
    }

    private AuditLog.Query query(Wanted wanted) {
        return new AuditLog.Query(
                wanted.caseId(),
                wanted.actor(),
                startOf(wanted.from()),
                wanted.to() == null ? null : startOf(wanted.to().plusDays(1)));
    }

    private String name(String actor) {
        return accounts.nameOf(new AccountId(actor)).orElse(actor);
    }

    private static @Nullable Instant startOf(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(TimeConfiguration.JAPAN).toInstant();
    }

    private static Map<String, String> kept(Wanted wanted) {
        Map<String, String> kept = new HashMap<>();
        put(kept, "caseId", wanted.caseId());
        put(kept, "actor", wanted.actor());
        put(kept, "from", wanted.from());
        put(kept, "to", wanted.to());
        return kept;
    }

    private static void put(Map<String, String> kept, String name, @Nullable Object value) {
        if (value != null) {
            kept.put(name, value.toString().strip());
        }
    }

    private static Wanted wanted(Map<String, String> kept) {
        return new Wanted(kept.get("caseId"), kept.get("actor"), day(kept.get("from")), day(kept.get("to")));
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
