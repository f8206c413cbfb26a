package jp.tsunagi.handover;

import java.util.Optional;
import jp.tsunagi.account.Officer;
import jp.tsunagi.command.Commands;
import jp.tsunagi.page.DraftPlace;
import jp.tsunagi.shared.Ids;
import org.springframework.stereotype.Component;

/**
 * What is typed on the pages of those who take over. Before there is a case it lies under a key of its own, one for each
 * officer; what is typed to an offer lies under the key of the case that is offered.
 */
@Component
class HandOverDrafts implements DraftPlace {

    private static final String ROOT = "/handovers/";
    private static final String NEW = ROOT + "new";

    private final HandOverDesk desk;
    private final Commands commands;

    HandOverDrafts(HandOverDesk desk, Commands commands) {
        this.desk = desk;
        this.commands = commands;
    }

    @Override
    public Optional<String> keyOwner(String form, Officer officer) {
        if (!form.startsWith(ROOT)) {
            return Optional.empty();
        }
        if (form.equals(NEW)) {
            return HandOverDesk.receives(officer)
                    ? Optional.of(Ids.derived("incoming-draft", officer.id().value()))
                    : Optional.empty();
        }
        String n = form.substring(ROOT.length()).replaceFirst("/.*", "");
        return Optional.of(
                desk.offered(n, commands.reading(officer)).record().caseId().value());
    }
}
