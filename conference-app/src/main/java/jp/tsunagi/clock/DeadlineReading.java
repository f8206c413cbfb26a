package jp.tsunagi.clock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.casefile.Casefiles;
import jp.tsunagi.clock.ClockDesk.Sight;
import jp.tsunagi.command.Acts;
import jp.tsunagi.command.Command;
import jp.tsunagi.protection.ConsentScope;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Grants;
import jp.tsunagi.protection.Projection;
import jp.tsunagi.protection.RedactionPolicy;
import jp.tsunagi.shared.Refusal;
import jp.tsunagi.shared.Refused;
import org.springframework.stereotype.Service;

/** What officers read of clocks, by the policy; entered into the audit before it leaves. */
@Service
class DeadlineReading {

    private final ClockDesk desk;
    private final Clocks clocks;
    private final Casefiles casefiles;
    private final Reminders reminders;
    private final Acts acts;

    DeadlineReading(ClockDesk desk, Clocks clocks, Casefiles casefiles, Reminders reminders, Acts acts) {
        this.desk = desk;
        this.clocks = clocks;
        this.casefiles = casefiles;
        this.reminders = reminders;
        this.acts = acts;
    }

    /**
     * The periods of a case as one officer sees them.
     *
     * @param items by name of the API, what runs and ends first before all that is over
     * @param mayKeep whether the officer may enter and change
     * @param closed whether the support is over
     */
    record Shown(List<Map<String, Object>> items, boolean mayKeep, boolean closed) {}

    /** One period of one of the officer's cases. @param key opaque, the same for ever */
    record Dated(String key, String conferenceId, String reference, int revision, Map<String, Object> item) {

        LocalDate until() {
            return (LocalDate) Objects.requireNonNull(item.get("until"));
        }

        /** Days on which somebody is still to be reminded. */
        List<LocalDate> reminders() {
            return ((List<?>) Objects.requireNonNull(item.get("reminders")))
                    .stream().map(LocalDate.class::cast).toList();
        }

        /** What follows from consent or plan has no revision of its own: a later end counts as the later file. */
        int sequence() {
            return revision == 0 ? (int) until().toEpochDay() : revision;
        }

        boolean running() {
            return Entry.State.RUNNING == item.get("state") || Boolean.TRUE.equals(item.get("overdue"));
        }
    }

    /** @throws jp.tsunagi.shared.Refused {@code not-found} */
    Shown all(String caseId, Command command) {
        Sight sight = desk.sight(caseId, command);
        List<Map<String, Object>> items =
                views(sight, command).stream().map(view -> shown(view, sight)).toList();
        entered(sight, command);
        return new Shown(
                items,
                sight.keeps(),
                sight.current().place().map(ClockSources.Place::closed).orElse(false));
    }

    /** @throws jp.tsunagi.shared.Refused {@code not-found} */
    Map<String, Object> one(String caseId, String number, Command command) {
        Sight sight = desk.sight(caseId, command);
        Entry entry = sight.entry(number);
        entered(sight, command);
        return shown(DeadlineView.of(entry, reminders, command.today()), sight);
    }

    /** The entry as it would be typed again, for those who may change it. */
    DeadlineForm typed(String caseId, String number, Command command) {
        Sight sight = desk.sight(caseId, command);
        Entry entry = sight.entry(number);
        if (!sight.keeps()) {
            throw Refusal.notFound();
        }
        entered(sight, command);
        return DeadlineForm.of(entry.facts());
    }

    /** @throws jp.tsunagi.shared.Refused {@code not-found} where the officer could do nothing to this entry */
    void requireOpen(String caseId, String number, Command command) {
        Sight sight = desk.sight(caseId, command);
        if (!sight.keeps() || !sight.entry(number).open()) {
            throw Refusal.notFound();
        }
    }

    /** An order that another may be based on. */
    record Base(int number, LocalDate until) {}

    /** The orders of the case that another may be based on. */
    List<Base> bases(String caseId, Command command) {
        return DeadlineRules.bases(desk.sight(caseId, command).clock()).stream()
                .map(entry -> new Base(entry.number(), entry.until()))
                .toList();
    }

    /** Whether the clock exists for this officer. */
    boolean isFor(CaseId caseId, Command command) {
        try {
            desk.sight(caseId.value(), command);
            return true;
        } catch (Refused refused) {
            return false;
        }
    }

    /** All periods of all cases that the officer keeps, the next one first; what is over stands last. */
    List<Dated> calendar(Command command) {
        List<Dated> all = new ArrayList<>();
        for (CaseClock clock : clocks.around(
                command.officer(), casefiles.withMember(command.officer().id()))) {
            try {
                Sight sight = desk.sight(clock.caseId().value(), command);
                if (sight.keeps() && sight.current().place().isPresent()) {
                    all.addAll(dated(sight, sight.current().place().get(), command));
                }
            } catch (Refused refused) {
                // Its section is near the case, and this officer is not: for the calendar it is not there.
                continue;
            }
        }
        all.sort(Comparator.comparing(Dated::running).reversed().thenComparing(Dated::until));
        return all;
    }

    private List<Dated> dated(Sight sight, ClockSources.Place place, Command command) {
        List<Dated> dates = new ArrayList<>();
        for (DeadlineView view : views(sight, command)) {
            String entry = view.number() == null ? view.procedure().name() : String.valueOf(view.number());
            dates.add(new Dated(
                    sight.clock().keyOf(entry),
                    place.conferenceId(),
                    place.reference(),
                    view.revision() == null ? 0 : view.revision(),
                    shown(view, sight)));
        }
        if (!dates.isEmpty()) {
            entered(sight, command);
        }
        return dates;
    }

    private List<DeadlineView> views(Sight sight, Command command) {
        LocalDate today = command.today();
        return Stream.concat(
                        sight.clock().entries().stream().map(entry -> DeadlineView.of(entry, reminders, today)),
                        sight.clock().followed().stream().map(one -> DeadlineView.of(one, reminders, today)))
                .sorted(Comparator.comparing(
                                (DeadlineView view) -> view.state() != Entry.State.RUNNING && !view.overdue())
                        .thenComparing(DeadlineView::until))
                .toList();
    }

    private static Map<String, Object> shown(DeadlineView view, Sight sight) {
        // What is withheld from some does not matter here: whoever sees a clock takes part without being named.
        Grants grants = RedactionPolicy.decide(sight.relations(), ConsentScope.NOTHING);
        return Projection.of(view, grants).shown();
    }

    private void entered(Sight sight, Command command) {
        acts.shown(
                command,
                "deadline.read",
                sight.clock().caseId().value(),
                sight.clock().id(),
                List.of(FieldClass.SENSITIVE.name()));
    }
}
