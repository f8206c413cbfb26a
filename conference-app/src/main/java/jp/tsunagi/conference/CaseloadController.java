package jp.tsunagi.conference;

import jp.tsunagi.account.AccountId;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What hangs on a colleague of one's own section, and handing it over. */
@RestController
@RequestMapping("/api/v1/caseloads/{id}")
class CaseloadController {

    private final CaseloadHandOver handOver;

    CaseloadController(CaseloadHandOver handOver) {
        this.handOver = handOver;
    }

    @GetMapping
    Shown read(@CurrentOfficer Officer officer, @PathVariable String id) {
        CaseloadHandOver.Load load = handOver.load(new AccountId(id), officer);
        return new Shown(load.cases(), load.meetings());
    }

    @PostMapping("/handing-over")
    CaseloadHandOver.Moved handOver(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody Taker taker) {
        return handOver.handOver(new AccountId(id), taker.to(), officer, key);
    }

    /** @param to login of the colleague who takes over */
    record Taker(@Nullable String to) {}

    record Shown(int cases, int meetings) {}
}
