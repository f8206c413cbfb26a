package jp.tsunagi.conference;

import java.util.List;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.casefile.BlockedPerson;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.Commands;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What concerns a case beyond one conference: her consent, the team, and who must not be in the room. */
@RestController
@RequestMapping("/api/v1/cases/{id}")
class CaseController {

    private final ConsentRenewal consentRenewal;
    private final CaseTeam team;
    private final Commands commands;

    CaseController(ConsentRenewal consentRenewal, CaseTeam team, Commands commands) {
        this.consentRenewal = consentRenewal;
        this.team = team;
        this.commands = commands;
    }

    /** The entry of the ledger that counts now. */
    record ConsentNumber(int number) {}

    /** Login of a colleague. */
    record Colleague(@Nullable String login) {}

    /** All who must not be in the room; replaces the former list. */
    record BlockList(@Nullable List<BlockedPerson> people) {}

    @PostMapping("/consents")
    @ResponseStatus(HttpStatus.CREATED)
    ConsentNumber consents(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody ConsentRenewal.Renewal renewal) {
        Command command = commands.of(officer, key, "consents", id, renewal);
        return new ConsentNumber(consentRenewal.renew(caseId(id), renewal, command));
    }

    @PostMapping("/team")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void addToTeam(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody Colleague colleague) {
        Command command = commands.of(officer, key, "team", id, colleague);
        team.add(caseId(id), colleague.login(), command);
    }

    @PutMapping("/block-list")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void blockList(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody BlockList list) {
        Command command = commands.of(officer, key, "block-list", id, list);
        team.block(caseId(id), Lists.given(list.people()), command);
    }

    private static CaseId caseId(String id) {
        if (!Ids.isId(id)) {
            throw Refusal.notFound();
        }
        return new CaseId(id);
    }
}
