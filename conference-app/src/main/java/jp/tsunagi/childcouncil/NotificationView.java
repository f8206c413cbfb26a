package jp.tsunagi.childcouncil;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import jp.tsunagi.childcouncil.NotificationForm.Matter;
import jp.tsunagi.childcouncil.NotificationForm.Means;
import jp.tsunagi.childcouncil.NotificationRecord.Content;
import jp.tsunagi.childcouncil.NotificationRecord.Made;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import org.jspecify.annotations.Nullable;

/**
 * A notification as the API tells it, before the policy: what was written last.
 *
 * @param n by which it is known
 * @param version number of what was written last
 * @param consented whether her consent is in force today: to be known, not to be waited for
 */
record NotificationView(
        @Classified(FieldClass.OPERATION) String n,
        @Classified(FieldClass.OPERATION) int version,
        @Classified(FieldClass.CHILDREN) Matter matter,
        @Classified(FieldClass.CHILDREN) String recipient,
        @Classified(value = FieldClass.CHILDREN, freeText = true) String childrenWho,
        @Classified(value = FieldClass.CHILDREN, freeText = true) String childrenSituation,
        @Classified(value = FieldClass.CHILDREN, freeText = true) @Nullable String childrenNow,
        @Classified(FieldClass.CHILDREN) String replyTo,
        @Classified(FieldClass.CHILDREN) String by,
        @Classified(FieldClass.CHILDREN) String agency,
        @Classified(FieldClass.CHILDREN) Instant at,
        @Classified(FieldClass.CHILDREN) boolean consented,
        @Classified(FieldClass.CHILDREN) boolean made,
        @Classified(FieldClass.CHILDREN) @Nullable LocalDate madeOn,
        @Classified(FieldClass.CHILDREN) @Nullable LocalTime madeAt,
        @Classified(FieldClass.CHILDREN) @Nullable Means madeBy,
        @Classified(FieldClass.CHILDREN) @Nullable String takenBy,
        @Classified(FieldClass.CHILDREN) @Nullable String notedBy) {

    static NotificationView of(NotificationRecord record, boolean consented) {
        Content last = record.latest();
        Made made = record.made();
        return new NotificationView(
                record.id(),
                record.latestNumber(),
                last.matter(),
                last.recipient().value(),
                last.childrenWho(),
                last.childrenSituation(),
                last.childrenNow(),
                last.replyTo(),
                last.by().name(),
                last.by().agency().value(),
                last.by().at(),
                consented,
                made != null,
                made == null ? null : made.on(),
                made == null ? null : made.at(),
                made == null ? null : made.means(),
                made == null ? null : made.takenBy(),
                made == null ? null : made.by().name());
    }
}
