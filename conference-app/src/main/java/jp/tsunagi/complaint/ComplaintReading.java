package jp.tsunagi.complaint;

import java.util.List;
import java.util.Map;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.account.Accounts;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.command.Acts;
import jp.tsunagi.command.Command;
import jp.tsunagi.complaint.ComplaintDesk.Found;
import jp.tsunagi.complaint.ComplaintDesk.Sight;
import jp.tsunagi.protection.ConsentScope;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Projection;
import jp.tsunagi.protection.RedactionPolicy;
import jp.tsunagi.shared.Refusal;
import jp.tsunagi.shared.Refused;
import org.springframework.stereotype.Service;

/** What officers read of complaints, by the policy; entered into the audit before it leaves. */
@Service
class ComplaintReading {

    private final ComplaintDesk desk;
    private final Accounts accounts;
    private final Acts acts;

    ComplaintReading(ComplaintDesk desk, Accounts accounts, Acts acts) {
        this.desk = desk;
        this.accounts = accounts;
        this.acts = acts;
    }

    /**
     * The complaints of a case that the officer may know of, by name of the API; what waits for somebody first.
     *
     * @throws jp.tsunagi.shared.Refused {@code not-found}
     */
    List<Map<String, Object>> all(String caseId, Command command) {
        Sight sight = desk.sight(caseId, command);
        List<ComplaintRecord> all = desk.all(sight);
        all.forEach(one -> entered(one, command));
        return all.stream()
                .sorted((a, b) -> Boolean.compare(b.state().open(), a.state().open()))
                .map(one -> shown(one, sight.standing(), command))
                .toList();
    }

    /** @throws jp.tsunagi.shared.Refused {@code not-found} */
    Map<String, Object> one(String caseId, String n, Command command) {
        Found found = desk.found(caseId, n, command);
        entered(found.complaint().record(), command);
        return shown(found.complaint().record(), found.standing(), command);
    }

    /** @throws jp.tsunagi.shared.Refused {@code not-found} where the officer could not take this step now */
    void require(ComplaintState state, String caseId, String n, Command command) {
        Found found = desk.found(caseId, n, command);
        if (!found.handles() || found.complaint().state() != state) {
            throw Refusal.notFound();
        }
    }

    /** @throws jp.tsunagi.shared.Refused {@code not-found} where the officer records none of this case */
    void requirePart(String caseId, Command command) {
        desk.sight(caseId, command);
    }

    /** Whether there may be complaints of the case for this officer. */
    boolean isFor(CaseId caseId, Command command) {
        try {
            desk.sight(caseId.value(), command);
            return true;
        } catch (Refused refused) {
            return false;
        }
    }

    private Map<String, Object> shown(ComplaintRecord complaint, ComplaintStanding standing, Command command) {
        ComplaintView view = ComplaintView.of(complaint, standing.handles(complaint), this::nameOf, command.today());
        // Whoever reads a complaint reads all of it, as it was typed.
        return Projection.of(
                        view,
                        RedactionPolicy.decide(standing.relations(complaint), ConsentScope.NOTHING)
                                .asTyped())
                .shown();
    }

    private String nameOf(AccountId account) {
        return accounts.nameOf(account).orElse(account.value());
    }

    private void entered(ComplaintRecord complaint, Command command) {
        acts.shown(
                command,
                "complaint.read",
                complaint.caseId().value(),
                complaint.id(),
                List.of(FieldClass.COMPLAINT.name()));
    }
}
