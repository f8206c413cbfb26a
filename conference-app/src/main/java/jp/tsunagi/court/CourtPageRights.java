package jp.tsunagi.court;

import jp.tsunagi.command.Command;
import jp.tsunagi.shared.Refusal;

/** Pages of the Center are not there for those who may know the case and not them. */
final class CourtPageRights {

    private CourtPageRights() {}

    /** @throws jp.tsunagi.shared.Refused {@code not-found} for whoever does not answer courts */
    static void center(CourtReading reading, String caseId, Command command) {
        if (!reading.states(caseId, command)) {
            throw Refusal.notFound();
        }
    }
}
