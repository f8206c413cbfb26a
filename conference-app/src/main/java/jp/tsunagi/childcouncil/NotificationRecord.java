package jp.tsunagi.childcouncil;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.childcouncil.NotificationForm.Making;
import jp.tsunagi.childcouncil.NotificationForm.Matter;
import jp.tsunagi.childcouncil.NotificationForm.Means;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.SeenCommand;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Stored;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A notification about her children: all that was written of it, the oldest first, and when and how it was made. What was
 * told stays as it was told.
 *
 * @param conferenceId by which the case is found
 */
record NotificationRecord(
        @Classified(FieldClass.OPERATION) String id,
        @Classified(FieldClass.OPERATION) long version,
        @Classified(FieldClass.OPERATION) CaseId caseId,
        @Classified(FieldClass.OPERATION) String conferenceId,
        @Classified(FieldClass.CHILDREN) List<Content> contents,
        @Classified(FieldClass.CHILDREN) @Nullable Made made,
        List<SeenCommand> seen)
        implements Stored {

    private static final int MOST_VERSIONS = 100;

    NotificationRecord {
        contents = List.copyOf(contents);
        seen = List.copyOf(seen);
    }

    /** What was written, by whom and when. */
    record Content(
            Matter matter,
            AgencyCode recipient,
            String childrenWho,
            String childrenSituation,
            @Nullable String childrenNow,
            String replyTo,
            By by) {}

    record Made(LocalDate on, @Nullable LocalTime at, Means means, @Nullable String takenBy, By by) {}

    record By(AccountId account, String name, AgencyCode agency, Instant at) {

        static By of(Command command) {
            return new By(
                    command.officer().id(),
                    command.officer().name(),
                    command.officer().agency(),
                    command.at().truncatedTo(ChronoUnit.MILLIS));
        }
    }

    /** The one that this command writes first; the same for a repeat. */
    static String idOf(Command command) {
        return Ids.derived("child-notification", command.id());
    }

    static NotificationRecord first(CaseId caseId, String conferenceId, Content content, Command command) {
        return new NotificationRecord(
                idOf(command), 0, caseId, conferenceId, List.of(content), null, SeenCommand.with(List.of(), command));
    }

    @Override
    public String keyOwner() {
        return caseId.value();
    }

    boolean has(Command command) {
        return SeenCommand.contains(seen, command);
    }

    int latestNumber() {
        return contents.size();
    }

    Content latest() {
        return contents.get(contents.size() - 1);
    }

    /** @param base number of what it was made from; null to go on from whatever is there */
    NotificationRecord rewritten(Content content, @Nullable String base, Command command) {
        requireOpen();
        if (base != null && !base.equals(String.valueOf(latestNumber()))) {
            throw Refusal.conflict("version.stale");
        }
        if (contents.size() >= MOST_VERSIONS) {
            throw Refusal.conflict("child-notification.too-many-versions");
        }
        List<Content> longer = new ArrayList<>(contents);
        longer.add(content);
        return with(longer, null, command);
    }

    NotificationRecord madeBy(Making making, Command command) {
        requireOpen();
        return with(
                contents,
                new Made(
                        Objects.requireNonNull(making.madeOn()),
                        making.madeAt(),
                        Objects.requireNonNull(making.madeBy()),
                        making.takenBy(),
                        By.of(command)),
                command);
    }

    private void requireOpen() {
        if (made != null) {
            throw Refusal.conflict("child-notification.made");
        }
    }

    private NotificationRecord with(List<Content> now, @Nullable Made then, Command command) {
        return new NotificationRecord(
                id, version + 1, caseId, conferenceId, now, then, SeenCommand.with(seen, command));
    }
}
