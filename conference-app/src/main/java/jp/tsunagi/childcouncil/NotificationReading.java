package jp.tsunagi.childcouncil;

import java.util.List;
import java.util.Map;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.childcouncil.ChildDesk.Seen;
import jp.tsunagi.childcouncil.ChildDesk.Sight;
import jp.tsunagi.command.Acts;
import jp.tsunagi.command.Command;
import jp.tsunagi.protection.ConsentScope;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Projection;
import jp.tsunagi.protection.RedactionPolicy;
import jp.tsunagi.shared.Refused;
import org.springframework.stereotype.Service;

/** What officers read of notifications about her children, by the policy; entered into the audit before it leaves. */
@Service
class NotificationReading {

    private final ChildDesk desk;
    private final Notifications notifications;
    private final Acts acts;

    NotificationReading(ChildDesk desk, Notifications notifications, Acts acts) {
        this.desk = desk;
        this.notifications = notifications;
        this.acts = acts;
    }

    /** @throws jp.tsunagi.shared.Refused {@code not-found} */
    List<Map<String, Object>> all(String caseId, Command command) {
        Sight sight = desk.sight(caseId, command);
        entered(caseId, caseId, command);
        return notifications.ofCase(sight.caseId()).stream()
                .map(record -> shown(record, sight, command))
                .toList();
    }

    /** @throws jp.tsunagi.shared.Refused {@code not-found} */
    Map<String, Object> one(String caseId, String n, Command command) {
        Seen seen = desk.seen(caseId, n, command);
        entered(caseId, n, command);
        return shown(seen.record(), seen.sight(), command);
    }

    /** Whether her consent is in force today. @throws jp.tsunagi.shared.Refused {@code not-found} */
    boolean consented(String caseId, Command command) {
        return desk.sight(caseId, command).casefile().consentInForce(command.today());
    }

    /** Whether there may be any for this officer. */
    boolean isFor(CaseId caseId, Command command) {
        try {
            desk.sight(caseId.value(), command);
            return true;
        } catch (Refused refused) {
            return false;
        }
    }

    private static Map<String, Object> shown(NotificationRecord record, Sight sight, Command command) {
        return Projection.of(
                        NotificationView.of(record, sight.casefile().consentInForce(command.today())),
                        RedactionPolicy.decide(sight.relations(), ConsentScope.NOTHING)
                                .asTyped())
                .shown();
    }

    private void entered(String caseId, String subject, Command command) {
        acts.shown(command, "child-notification.read", caseId, subject, List.of(FieldClass.CHILDREN.name()));
    }
}
