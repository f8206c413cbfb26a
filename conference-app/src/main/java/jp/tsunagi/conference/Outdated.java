package jp.tsunagi.conference;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.casefile.TeamSection;
import jp.tsunagi.conference.EndedCases.Ended;
import jp.tsunagi.shared.TimeConfiguration;
import org.springframework.stereotype.Service;

/**
 * What of conferences may go before the case does (domain.md E5), for the module that keeps periods: it finds it, and forgets
 * it when that module says so.
 */
@Service
public class Outdated {

    private static final int PAGE = 500;
    private static final int MOST_PAGES = 20;

    private final Conferences conferences;
    private final MeetingPapers papers;
    private final EndedCases ended;
    private final CaseExports exports;

    Outdated(Conferences conferences, MeetingPapers papers, EndedCases ended, CaseExports exports) {
        this.conferences = conferences;
        this.papers = papers;
        this.ended = ended;
        this.exports = exports;
    }

    /**
     * A conference of which something may go.
     *
     * @param team of its agency
     * @param since from when on its period counts
     * @param only whether the case has no other conference
     */
    public record Ripe(
            CaseId caseId, ConferenceId id, String reference, TeamSection team, LocalDate since, boolean only) {}

    /** Conferences with information sheets that were reported, or ended without, until that day. */
    public List<Ripe> withSheets(LocalDate until) {
        return papers.conferencesWithSheets(endOf(until), PAGE).stream()
                .map(this::withSheets)
                .flatMap(Optional::stream)
                .filter(ripe -> !ripe.since().isAfter(until))
                .toList();
    }

    /** The same of one; empty where it has none, or its period has not begun. */
    public Optional<Ripe> withSheets(ConferenceId id) {
        return conferences
                .find(id)
                .filter(conference -> !papers.sheets(id).isEmpty())
                .flatMap(conference -> {
                    Optional<LocalDate> reported = conference.current().history().stream()
                            .filter(milestone -> milestone.step() == Step.REPORT_OUTCOME)
                            .map(milestone -> day(milestone.at()))
                            .findFirst();
                    return reported.or(() -> EndedCases.over(conference.state())
                                    ? Optional.of(EndedCases.endedOn(conference.current()))
                                    : Optional.empty())
                            .map(since -> ripe(conference, since));
                });
    }

    /** Requests that were begun, or returned, and untouched since that day. */
    public List<Ripe> unsent(boolean returned, LocalDate until) {
        String state = (returned ? ConferenceState.RETURNED : ConferenceState.DRAFT).name();
        return conferences
                .list(and(eq("state", state), lte("order", endOf(until))), Sorts.ascending("order"), 0, PAGE)
                .stream()
                .map(conference -> ripe(conference, touched(conference)))
                .filter(ripe -> !ripe.since().isAfter(until))
                .toList();
    }

    /** The same of one; empty where it was submitted meanwhile. */
    public Optional<Ripe> unsent(boolean returned, ConferenceId id) {
        ConferenceState state = returned ? ConferenceState.RETURNED : ConferenceState.DRAFT;
        return conferences
                .find(id)
                .filter(conference -> conference.state() == state)
                .map(conference -> ripe(conference, touched(conference)));
    }

    /** Conferences of cases that ended until that day in which something is still told at length. */
    public List<Ripe> told(LocalDate until) {
        List<Ripe> found = new ArrayList<>();
        for (int page = 0; page < MOST_PAGES && found.size() < PAGE; page++) {
            List<CaseConference> some = conferences.list(
                    and(in("state", EndedCases.OVER), lte("order", endOf(until))),
                    Sorts.ascending("order"),
                    page * PAGE,
                    PAGE);
            some.stream()
                    .map(this::told)
                    .flatMap(Optional::stream)
                    .filter(ripe -> !ripe.since().isAfter(until))
                    .forEach(found::add);
            if (some.size() < PAGE) {
                break;
            }
        }
        return found;
    }

    /** The same of one; empty where nothing is, or its case goes on. */
    public Optional<Ripe> told(ConferenceId id) {
        return conferences.find(id).flatMap(this::told);
    }

    /** @return how many sheets there were */
    public int forgetSheets(ConferenceId id) {
        return papers.forgetSheets(id);
    }

    /** A request that was never submitted, of a case that has others. */
    public void forgetDraft(ConferenceId id) {
        conferences.forgetDraft(id);
    }

    /** Situation, overview and wishes, in the request as it stands and as it stood before. */
    public void forgetNarratives(ConferenceId id) {
        conferences.find(id).ifPresent(conference -> {
            conference.forgetNarratives();
            conferences.save(conference);
        });
    }

    /** Lists that were taken out and whose time is over. @return how many there were */
    public int forgetExports(Instant now) {
        return exports.clear(now);
    }

    private Optional<Ripe> told(CaseConference conference) {
        return conference.tellsAtLength()
                ? ended.of(conference.caseId()).map(Ended::endedOn).map(on -> ripe(conference, on))
                : Optional.empty();
    }

    private Ripe ripe(CaseConference conference, LocalDate since) {
        return new Ripe(
                conference.caseId(),
                conference.id(),
                conference.reference(),
                conference.team(),
                since,
                conferences.ofCase(conference.caseId()).size() == 1);
    }

    private static LocalDate touched(CaseConference conference) {
        List<Milestone> history = conference.current().history();
        return day(
                history.isEmpty()
                        ? conference.current().order()
                        : history.get(history.size() - 1).at());
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, TimeConfiguration.JAPAN);
    }

    private static Date endOf(LocalDate day) {
        return Date.from(day.plusDays(1).atStartOfDay(TimeConfiguration.JAPAN).toInstant());
    }
}
