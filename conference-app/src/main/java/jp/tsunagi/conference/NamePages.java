package jp.tsunagi.conference;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.command.Acts;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.Commands;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Projection;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/**
 * Her name stands on no page of a case until somebody asks for it; then for half a minute, and the audit says who asked
 * (ui.md B1).
 */
@Controller
class NamePages {

    /** What is told together; each of them only as far as the policy shows it. */
    static final List<String> IDENTITY = List.of("name", "kana", "formerName", "commonName", "birthDate");

    private static final int SECONDS = 30;

    private final Desk desk;
    private final Reading reading;
    private final ConferencePage page;
    private final SharingLedger ledger;
    private final Acts acts;
    private final Commands commands;

    NamePages(Desk desk, Reading reading, ConferencePage page, SharingLedger ledger, Acts acts, Commands commands) {
        this.desk = desk;
        this.reading = reading;
        this.page = page;
        this.ledger = ledger;
        this.acts = acts;
        this.commands = commands;
    }

    /** Into the page that is open; without scripts a page of its own, which leads back by itself. */
    @PostMapping("/c/{id}/name")
    String reveal(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String byScript,
            HttpServletResponse response,
            Model model) {
        model.addAttribute("her", identity(id, commands.reading(officer)));
        if (byScript != null) {
            return "conference/name :: her";
        }
        page.show(id, officer, model);
        response.setHeader("Refresh", SECONDS + ";url=/c/" + id);
        return "conference/name";
    }

    private Map<String, Object> identity(String id, Command command) {
        Desk.Sight sight = desk.open(id, command);
        Projection projection = reading.projection(sight, command.today());
        Map<String, Object> identity = new LinkedHashMap<>();
        for (String field : IDENTITY) {
            Object value = projection.shown().get(field);
            if (value != null) {
                identity.put(field, value);
            }
        }
        if (identity.isEmpty()) {
            throw Refusal.notFound();
        }
        acts.shown(
                command,
                "name.read",
                sight.conference().caseId().value(),
                sight.conference().id().value(),
                Reading.named(List.of(FieldClass.IDENTITY.name()), sight.standing()));
        ledger.read(sight, "conference-view", command);
        return identity;
    }
}
