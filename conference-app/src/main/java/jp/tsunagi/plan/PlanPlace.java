package jp.tsunagi.plan;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.tsunagi.account.Officer;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.command.Commands;
import jp.tsunagi.conference.ConferenceId;
import jp.tsunagi.conference.ConferencesOfCase;
import jp.tsunagi.page.DraftPlace;
import jp.tsunagi.shared.Refusal;
import org.springframework.stereotype.Component;

/** Keeps what is typed of a measure under the key of the case, for whoever has a part in the plan. */
@Component
class PlanPlace implements DraftPlace {

    private static final Pattern PROGRESS = Pattern.compile("/c/([^/]+)/plan/progress/([^/]+)");

    private final Progressing progressing;
    private final ConferencesOfCase conferences;
    private final Commands commands;

    PlanPlace(Progressing progressing, ConferencesOfCase conferences, Commands commands) {
        this.progressing = progressing;
        this.conferences = conferences;
        this.commands = commands;
    }

    @Override
    public Optional<String> keyOwner(String form, Officer officer) {
        Matcher found = PROGRESS.matcher(form);
        if (!found.matches()) {
            return Optional.empty();
        }
        CaseId caseId = conferences.caseOf(new ConferenceId(found.group(1))).orElseThrow(Refusal::notFound);
        if (!progressing.speaksFor(caseId.value(), commands.reading(officer)).contains(found.group(2))) {
            throw Refusal.notFound();
        }
        return Optional.of(caseId.value());
    }
}
