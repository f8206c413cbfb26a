package jp.tsunagi.conference;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.Sorts;
import java.util.Arrays;
import java.util.List;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.account.OpenWork;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.casefile.Casefiles;
import org.springframework.stereotype.Component;

/**
 * What hangs on one person and not on a section: conferences whose case officer she is, cases to whose team she was added in
 * person, and meetings to which she is to go.
 */
@Component
class Caseload implements OpenWork {

    private static final int MOST = 1_000;
    private static final List<String> GOING_ON = Arrays.stream(ConferenceState.values())
            .filter(ConferenceState::goesOn)
            .map(Enum::name)
            .toList();

    private final Conferences conferences;
    private final Casefiles casefiles;
    private final MeetingPapers papers;

    Caseload(Conferences conferences, Casefiles casefiles, MeetingPapers papers) {
        this.conferences = conferences;
        this.casefiles = casefiles;
        this.papers = papers;
    }

    @Override
    public long of(AccountId account) {
        return assigned(account).size()
                + joined(account).size()
                + attended(account).size();
    }

    /** Conferences that go on and whose case officer it is. */
    List<CaseConference> assigned(AccountId account) {
        return conferences.list(
                and(eq("officer", account.value()), in("state", GOING_ON)), Sorts.ascending("order", "_id"), 0, MOST);
    }

    /** The newest conference that goes on of each case whose team it was added to. */
    List<CaseConference> joined(AccountId account) {
        return casefiles.withMember(account).stream()
                .flatMap(caseId -> newest(caseId).stream())
                .toList();
    }

    /** Meetings that are to come and to which it goes. */
    List<CaseConference> attended(AccountId account) {
        return papers.attendedBy(account).stream()
                .flatMap(reply -> conferences.find(reply.conferenceId()).stream()
                        .filter(conference -> conference.state() == ConferenceState.CONVENED)
                        .filter(conference -> conference.round() == reply.round()))
                .toList();
    }

    private List<CaseConference> newest(CaseId caseId) {
        List<CaseConference> going = conferences.ofCase(caseId).stream()
                .filter(conference -> conference.state().goesOn())
                .toList();
        return going.isEmpty() ? List.of() : List.of(going.get(going.size() - 1));
    }
}
