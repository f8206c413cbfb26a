package jp.tsunagi.conference;

import java.util.List;
import java.util.Optional;
import jp.tsunagi.command.Acts;
import jp.tsunagi.command.Command;
import jp.tsunagi.protection.FieldClass;
import org.springframework.stereotype.Service;

/** What an agency wrote on its own information sheet, for those of it who may write on. */
@Service
class InformationSheets {

    private final Desk desk;
    private final MeetingPapers papers;
    private final Acts acts;

    InformationSheets(Desk desk, MeetingPapers papers, Acts acts) {
        this.desk = desk;
        this.papers = papers;
        this.acts = acts;
    }

    /**
     * The sheet as the officer's agency sent it last, empty before the first time.
     *
     * @throws jp.tsunagi.shared.Refused as sending one would be
     */
    Optional<Meeting.SheetForm> own(String id, Command command) {
        Desk.Sight sight = desk.look(id, command);
        desk.require(Step.SEND_SHEET, sight, command);
        CaseConference conference = sight.conference();
        Optional<SheetRecord> sheet =
                papers.sheet(conference.id(), command.officer().agency());
        if (sheet.isPresent()) {
            acts.shown(
                    command,
                    "information-sheet.read",
                    conference.caseId().value(),
                    conference.id().value(),
                    List.of(FieldClass.AGENCY_OPINION.name()));
        }
        return sheet.map(sent -> new Meeting.SheetForm(sent.facts(), sent.proposedSupport()));
    }
}
