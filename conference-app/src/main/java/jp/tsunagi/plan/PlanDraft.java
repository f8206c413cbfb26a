package jp.tsunagi.plan;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import jp.tsunagi.account.Officer;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.Commands;
import jp.tsunagi.page.Forms;
import jp.tsunagi.page.Typed;
import jp.tsunagi.protection.Projection;
import jp.tsunagi.shared.Refusal;
import org.springframework.stereotype.Component;

/** The draft of a plan, for the pages on which it is written. */
@Component
class PlanDraft {

    private final PlanReading reading;
    private final Commands commands;

    PlanDraft(PlanReading reading, Commands commands) {
        this.reading = reading;
        this.commands = commands;
    }

    /** @throws jp.tsunagi.shared.Refused {@code not-found} where there is none that this officer writes */
    Projection of(String caseId, Officer officer) {
        Command command = commands.reading(officer);
        String version = reading.latest(caseId, command)
                .map(standing -> String.valueOf(standing.version()))
                .orElseThrow(Refusal::notFound);
        if (!reading.steps(caseId, version, command).contains(PlanStep.REPLACE)) {
            throw Refusal.notFound();
        }
        return reading.one(caseId, version, command);
    }

    /** What it says, without what surrounds it. */
    static Typed content(Projection plan) {
        Map<String, Object> content = new LinkedHashMap<>();
        Arrays.stream(PlanContent.class.getRecordComponents())
                .map(component -> component.getName())
                .filter(plan.shown()::containsKey)
                .forEach(name ->
                        content.put(name, Objects.requireNonNull(plan.shown().get(name))));
        return Forms.typed(content);
    }

    static String revision(Projection plan) {
        return String.valueOf(plan.shown().get("revision"));
    }
}
