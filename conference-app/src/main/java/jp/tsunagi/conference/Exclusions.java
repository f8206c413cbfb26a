package jp.tsunagi.conference;

import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.casefile.Casefiles;
import jp.tsunagi.casefile.Exclusion;
import jp.tsunagi.command.Acts;
import jp.tsunagi.command.Command;
import jp.tsunagi.integration.hub.OutboxNudge;
import jp.tsunagi.protection.Relation;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * What of a case is told to nobody, whatever she agrees to (除外情報). Whoever works on the case or is with her may enter it
 * at once; the director alone says that it holds no longer, and not of what the director entered.
 */
@Service
class Exclusions {

    private static final Set<Relation> MAY_EXCLUDE =
            Set.of(Relation.REQUESTING_TEAM, Relation.CONTACT_TEAM, Relation.CENTER, Relation.DIRECTOR);
    private static final int LONGEST_ITEM = 100;
    private static final int LONGEST_TEXT = 2_000;

    private final Desk desk;
    private final Casefiles casefiles;
    private final Directory directory;
    private final Acts acts;
    private final OutboxNudge nudge;

    Exclusions(Desk desk, Casefiles casefiles, Directory directory, Acts acts, OutboxNudge nudge) {
        this.desk = desk;
        this.casefiles = casefiles;
        this.directory = directory;
        this.acts = acts;
        this.nudge = nudge;
    }

    /** What is told to nobody, and why. */
    record Form(@Nullable String item, Exclusion.@Nullable Reason reason, @Nullable String note) {}

    /** Why it holds no longer. */
    record Lifting(@Nullable String reason) {}

    boolean mayExclude(Desk.Sight sight) {
        return sight.casefile().isPresent() && MAY_EXCLUDE.stream().anyMatch(sight.standing()::is);
    }

    boolean mayLift(Desk.Sight sight) {
        return sight.casefile().isPresent() && sight.standing().is(Relation.DIRECTOR);
    }

    /**
     * Takes effect at the next read, of everybody.
     *
     * @throws jp.tsunagi.shared.Refused {@code not-found}; {@code exclusion.incomplete}; {@code exclusion.already}
     */
    void exclude(String id, Form form, Command command) {
        Casefile seen = caseOf(id, command, this::mayExclude);
        FieldCheck fields = new FieldCheck(directory);
        fields.required("item", form.item());
        fields.text("item", form.item(), LONGEST_ITEM);
        fields.chosen("reason", form.reason());
        fields.text("note", form.note(), LONGEST_TEXT);
        fields.refuseUnder("exclusion.incomplete");
        String item = Objects.requireNonNull(form.item());
        Exclusion.Reason reason = Objects.requireNonNull(form.reason());
        change(seen, "case.exclude", command, casefile -> casefile.exclude(item, reason, form.note(), command));
    }

    /**
     * By the director, with a reason.
     *
     * @throws jp.tsunagi.shared.Refused {@code not-found}; {@code reason.missing}; {@code exclusion.own} where the director
     *     entered it; {@code exclusion.lifted} where it holds no longer
     */
    void lift(String id, String number, Lifting form, Command command) {
        Casefile seen = caseOf(id, command, this::mayLift);
        Exclusion exclusion = find(seen, number);
        String reason = Requesting.requireText("reason", form.reason());
        if (exclusion.account().equals(command.officer().id())) {
            throw Refusal.forbidden("exclusion.own");
        }
        change(seen, "case.lift-exclusion", command, casefile -> casefile.lift(exclusion.number(), reason, command));
    }

    /** @throws jp.tsunagi.shared.Refused {@code not-found} where there is none of this number, or none for this officer */
    Exclusion one(String id, String number, Command command) {
        return find(caseOf(id, command, this::mayLift), number);
    }

    private static Exclusion find(Casefile casefile, String number) {
        return casefile.exclusions().stream()
                .filter(one -> String.valueOf(one.number()).equals(number))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private Casefile caseOf(String id, Command command, Predicate<Desk.Sight> may) {
        Desk.Sight sight = desk.look(id, command);
        if (!may.test(sight)) {
            throw Refusal.notFound();
        }
        return sight.casefile().orElseThrow(Refusal::notFound);
    }

    private void change(Casefile seen, String act, Command command, Consumer<Casefile> change) {
        acts.perform(command, act, seen.id().value(), null, () -> {
            Casefile casefile = casefiles.find(seen.id()).orElseThrow(Refusal::notFound);
            if (!casefile.has(command)) {
                change.accept(casefile);
                casefiles.save(casefile);
            }
            return true;
        });
        nudge.nudge();
    }
}
