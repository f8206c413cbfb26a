package jp.tsunagi.clock;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.plan.PlanContent;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;

/** What runs in a case, for those who hand it over. Whoever lets it leave has asked the policy, and the audit. */
@Service
public class RunningPeriods {

    private final Clocks clocks;
    private final MessageSource messages;

    RunningPeriods(Clocks clocks, MessageSource messages) {
        this.clocks = clocks;
        this.messages = messages;
    }

    /**
     * A period, as a plan tells one.
     *
     * @param until its last day
     * @param note what it is called, where a plan has no kind for it, and what was noted
     */
    public record Period(PlanContent.Procedure procedure, LocalDate until, @Nullable String note) {}

    /** What was entered and has not ended, in the order of its ends. */
    public List<Period> of(CaseId caseId, LocalDate today) {
        return clocks.find(caseId).map(CaseClock::entries).orElse(List.of()).stream()
                .filter(entry -> entry.state(today) == Entry.State.RUNNING)
                .map(this::period)
                .sorted(Comparator.comparing(Period::until))
                .toList();
    }

    private Period period(Entry entry) {
        Facts facts = entry.facts();
        PlanContent.Procedure procedure =
                switch (facts.procedure()) {
                    case PROTECTION_ORDER -> PlanContent.Procedure.PROTECTION_ORDER;
                    case EVICTION_ORDER -> PlanContent.Procedure.EVICTION_ORDER;
                    case RESIDENT_REGISTER_PROTECTION -> PlanContent.Procedure.RESIDENT_REGISTER_PROTECTION;
                    case TEMPORARY_PROTECTION -> PlanContent.Procedure.TEMPORARY_PROTECTION;
                    case CALLS_ORDER, CHILD_ORDER, CHILD_CALLS_ORDER, RELATIVES_ORDER, OTHER ->
                        PlanContent.Procedure.OTHER;
                    case CONSENT, PLAN_REVIEW -> throw new IllegalStateException("Kept elsewhere");
                };
        String called = procedure == PlanContent.Procedure.OTHER ? name(facts) : null;
        String note = Stream.of(called, facts.note())
                .filter(Objects::nonNull)
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("　"));
        return new Period(procedure, entry.until(), note.isEmpty() ? null : note);
    }

    /** What is written by itself is written in Japanese. */
    private @Nullable String name(Facts facts) {
        return facts.name() == null || facts.name().isBlank()
                ? messages.getMessage("deadline-kind." + facts.procedure().name(), null, Locale.JAPANESE)
                : facts.name();
    }
}
