package jp.tsunagi.account;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The secrecy pledge of whoever calls: what is pledged, and that it is. */
@RestController
class PledgeController {

    private final Pledges pledges;
    private final PledgeText text;

    PledgeController(Pledges pledges, PledgeText text) {
        this.pledges = pledges;
        this.text = text;
    }

    @GetMapping(PledgeFilter.PLEDGE)
    Shown read(@CurrentOfficer Officer officer) {
        return shown(officer);
    }

    @PostMapping(PledgeFilter.PLEDGE)
    Shown give(@CurrentOfficer Officer officer, @RequestBody Given given) {
        int agreed = Boolean.TRUE.equals(given.agreed())
                ? text.clauses(Locale.JAPANESE).size()
                : 0;
        pledges.give(
                officer,
                Objects.requireNonNullElse(given.version(), ""),
                Objects.requireNonNullElse(given.name(), ""),
                agreed);
        return shown(officer);
    }

    private Shown shown(Officer officer) {
        return new Shown(
                text.version(),
                text.clauses(Locale.JAPANESE),
                pledges.missing(officer),
                pledges.givenAt(officer.id()).orElse(null));
    }

    /**
     * @param version of the text that was read
     * @param name of the person who pledges
     * @param agreed to each of its clauses
     */
    record Given(@Nullable String version, @Nullable String name, @Nullable Boolean agreed) {

        @Override
        public String toString() {
            return "Given";
        }
    }

    /** @param missing whether nothing else is answered before it is given */
    record Shown(String version, List<String> clauses, boolean missing, @Nullable Instant given) {}
}
