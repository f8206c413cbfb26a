package jp.tsunagi.handover;

import java.util.Optional;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.command.Command;
import jp.tsunagi.conference.ClosingProposal;
import jp.tsunagi.page.Words;
import org.springframework.stereotype.Component;

/** A case that went to another agency could be closed: it says so, and not where it went. */
@Component
class HandOverClosing implements ClosingProposal {

    private final HandOvers handOvers;
    private final HandOverReading reading;
    private final Words words;

    HandOverClosing(HandOvers handOvers, HandOverReading reading, Words words) {
        this.handOvers = handOvers;
        this.reading = reading;
        this.words = words;
    }

    @Override
    public Optional<Proposed> of(CaseId caseId, Command command) {
        boolean went = reading.isFor(caseId, command)
                && handOvers.ofCase(caseId).stream().anyMatch(one -> one.state() == HandOverState.TAKEN_OVER);
        return went
                ? Optional.of(new Proposed(words.text("handover.closing-reason"), words.text("handover.closing-watch")))
                : Optional.empty();
    }
}
