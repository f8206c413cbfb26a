package jp.tsunagi.childcouncil;

import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import jp.tsunagi.agency.Agencies;
import jp.tsunagi.agency.Agency;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.childcouncil.ChildDesk.Seen;
import jp.tsunagi.childcouncil.ChildDesk.Sight;
import jp.tsunagi.childcouncil.NotificationForm.Making;
import jp.tsunagi.childcouncil.NotificationRecord.By;
import jp.tsunagi.childcouncil.NotificationRecord.Content;
import jp.tsunagi.command.Acts;
import jp.tsunagi.command.Command;
import jp.tsunagi.conference.ConferencesOfCase;
import jp.tsunagi.conference.Directory;
import jp.tsunagi.conference.FieldCheck;
import jp.tsunagi.delivery.Deliveries;
import jp.tsunagi.delivery.Delivery;
import jp.tsunagi.plan.PlanOfCase;
import jp.tsunagi.protection.Passages;
import jp.tsunagi.protection.SealedCollection;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Writes notifications about her children, and notes that they were made; for the API and the pages. */
@Service
class Notifying {

    private final ChildDesk desk;
    private final Notifications notifications;
    private final ChildWords words;
    private final ConferencesOfCase conferences;
    private final PlanOfCase plans;
    private final Agencies agencies;
    private final Directory directory;
    private final Deliveries deliveries;
    private final Acts acts;

    Notifying(
            ChildDesk desk,
            Notifications notifications,
            ChildWords words,
            ConferencesOfCase conferences,
            PlanOfCase plans,
            Agencies agencies,
            Directory directory,
            Deliveries deliveries,
            Acts acts) {
        this.desk = desk;
        this.notifications = notifications;
        this.words = words;
        this.conferences = conferences;
        this.plans = plans;
        this.agencies = agencies;
        this.directory = directory;
        this.deliveries = deliveries;
        this.acts = acts;
    }

    /** What a notification begins with: what the plan says of her children, as the officer may see it, and no more. */
    NotificationForm begun(String caseId, Command command) {
        Sight sight = desk.sight(caseId, command);
        return new NotificationForm(
                null,
                null,
                null,
                plans.childrenSituation(sight.caseId(), command)
                        .map(Passages::withoutAll)
                        .orElse(null),
                null,
                ownWindow(command));
    }

    /**
     * Writes a draft.
     *
     * @return its id
     * @throws jp.tsunagi.shared.Refused {@code not-found}; {@code child-notification.incomplete} with the fields
     */
    String write(String caseId, NotificationForm form, Command command) {
        check(desk.sight(caseId, command), form, command);
        String id = NotificationRecord.idOf(command);
        acts.perform(command, "child-notification.write", caseId, id, () -> {
            Sight now = desk.sight(caseId, command);
            if (notifications.find(id).filter(there -> there.has(command)).isEmpty()) {
                if (notifications.ofCase(now.caseId()).size() >= Notifications.MOST_OF_A_CASE) {
                    throw Refusal.conflict("child-notification.too-many");
                }
                String conference = conferences
                        .lastSubmitted(now.caseId())
                        .orElseThrow(Refusal::notFound)
                        .id()
                        .value();
                notifications.save(NotificationRecord.first(now.caseId(), conference, content(form, command), command));
            }
            return true;
        });
        return id;
    }

    /** @param base number of what it was made from; null to go on from whatever is there */
    void rewrite(String caseId, String n, NotificationForm form, @Nullable String base, Command command) {
        String expected = base == null ? null : base.replace("\"", "");
        take("child-notification.write", caseId, n, command, (seen, checking) -> {
            check(seen.sight(), form, command);
            return seen.record().rewritten(content(form, command), expected, command);
        });
    }

    /** Notes that it was made; the ledger names to whom, since she may ask. It waits for nobody's consent. */
    void make(String caseId, String n, Making form, Command command) {
        take("child-notification.make", caseId, n, command, (seen, checking) -> {
            new ChildRules(directory, command.today()).made(form);
            NotificationRecord made = seen.record().madeBy(form, command);
            if (!checking) {
                entered(seen, command);
            }
            return made;
        });
    }

    private void take(
            String action,
            String caseId,
            String n,
            Command command,
            BiFunction<Seen, Boolean, NotificationRecord> change) {
        changed(desk.seen(caseId, n, command), true, command, change);
        acts.perform(command, action, caseId, n, () -> {
            changed(desk.seen(caseId, n, command), false, command, change).ifPresent(notifications::save);
            return true;
        });
    }

    /** Empty where this command has had its effect. */
    private static Optional<NotificationRecord> changed(
            Seen seen, boolean checking, Command command, BiFunction<Seen, Boolean, NotificationRecord> change) {
        return seen.record().has(command) ? Optional.empty() : Optional.of(change.apply(seen, checking));
    }

    private void entered(Seen seen, Command command) {
        try {
            deliveries.enter(new Delivery(
                    Ids.derived("child-notification-made", seen.record().id()),
                    0,
                    seen.sight().caseId().value(),
                    seen.record().conferenceId(),
                    seen.record().latest().recipient(),
                    command.officer().id(),
                    "child-notification-made",
                    seen.sight().casefile().consentNumber(),
                    command.at(),
                    null,
                    null));
        } catch (SealedCollection.AlreadyThere e) {
            // Entered by an attempt that stopped before it was noted.
            return;
        }
    }

    private void check(Sight sight, NotificationForm form, Command command) {
        new ChildRules(directory, command.today()).written(form, words.of(sight.caseId()), ChildWords.family(sight));
    }

    private Content content(NotificationForm form, Command command) {
        return new Content(
                Objects.requireNonNull(form.matter()),
                new AgencyCode(Objects.requireNonNull(form.recipient())),
                Objects.requireNonNull(form.childrenWho()),
                Objects.requireNonNull(form.childrenSituation()),
                FieldCheck.isBlank(form.childrenNow()) ? null : form.childrenNow(),
                FieldCheck.isBlank(form.replyTo()) ? ownWindow(command) : Objects.requireNonNull(form.replyTo()),
                By.of(command));
    }

    /** The front gate of the officer's agency; a shelter's name tells where they are, and stays out. */
    private String ownWindow(Command command) {
        Agency own = agencies.find(command.officer().agency()).orElseThrow(Refusal::notFound);
        String name = ChildWords.neverNamed(own.kind())
                ? directory.nameOf(directory.center().value())
                : own.name();
        return own.contactWindow().isEmpty() || ChildWords.neverNamed(own.kind())
                ? name
                : name + "　" + own.contactWindow();
    }
}
