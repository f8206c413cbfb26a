package jp.tsunagi.conference;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import jp.tsunagi.account.Accounts;
import jp.tsunagi.account.Officer;
import jp.tsunagi.conference.MinutesParagraphs.Edition;
import jp.tsunagi.conference.MinutesRecord.Answer;
import jp.tsunagi.conference.MinutesRecord.Objection;
import jp.tsunagi.conference.MinutesRecord.Part;
import jp.tsunagi.conference.MinutesRecord.Result;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Grants;
import jp.tsunagi.protection.Projection;
import jp.tsunagi.protection.Relation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What was objected, for those who made it and those who answer it. Another participant reads nothing of it, not even the
 * one whose agency takes the minutes; what came of it stands in the trail.
 */
@Component
class MinutesObjections {

    private final Accounts accounts;

    MinutesObjections(Accounts accounts) {
        this.accounts = accounts;
    }

    /** An objection before the policy. */
    record View(
            @Classified(FieldClass.AGENCY) String agency,
            @Classified(FieldClass.STAFF) @Nullable String by,
            @Classified(FieldClass.MINUTES) String wrong,
            @Classified(FieldClass.MINUTES) String proposal,
            @Classified(FieldClass.AGENCY) @Nullable String answeredBy,
            @Classified(value = FieldClass.OUTCOME, freeText = true) @Nullable String reason) {}

    /**
     * An objection as it is shown.
     *
     * @param paragraph its id; null, as {@code paragraphNumber}, where it is not in the reader's edition
     * @param result null while it is open
     */
    record Told(
            int number,
            Part kind,
            @Nullable String paragraph,
            @Nullable Integer paragraphNumber,
            String agency,
            @Nullable String by,
            Instant at,
            String wrong,
            String proposal,
            boolean own,
            @Nullable Result result,
            @Nullable String answeredBy,
            @Nullable Instant answeredAt,
            @Nullable String reason) {

        /** Whether somebody is to answer it. */
        public boolean open() {
            return result == null;
        }
    }

    List<Told> of(MinutesDesk.Sight sight, Edition edition, Officer reader) {
        boolean all = answers(sight.of().standing());
        Grants grants = sight.of().standing().grants(sight.conference().request());
        return sight.minutes().objections().stream()
                .filter(objection -> all || objection.agency().equals(reader.agency()))
                .map(objection -> told(objection, edition, grants, reader))
                .toList();
    }

    /** Whether all objections are this officer's to know. */
    static boolean answers(Standing standing) {
        return standing.is(Relation.REQUESTING_TEAM) || standing.is(Relation.CENTER) || standing.is(Relation.DIRECTOR);
    }

    private Told told(Objection objection, Edition edition, Grants grants, Officer reader) {
        boolean own = objection.agency().equals(reader.agency());
        Answer answer = objection.answer();
        Shown told = Shown.of(Projection.of(
                new View(
                        objection.agency().value(),
                        accounts.nameOf(objection.by()).orElse(null),
                        objection.wrong(),
                        objection.proposal(),
                        answer == null ? null : answer.agency().value(),
                        answer == null ? null : answer.reason()),
                grants));
        // Nobody is kept from what they wrote themselves.
        String wrong = own ? objection.wrong() : Objects.requireNonNullElse(told.text("wrong"), "");
        String proposal = own ? objection.proposal() : Objects.requireNonNullElse(told.text("proposal"), "");
        return new Told(
                objection.number(),
                objection.place().part(),
                edition.at(objection.place())
                        .map(MinutesParagraphs.Paragraph::id)
                        .orElse(null),
                edition.at(objection.place())
                        .map(MinutesParagraphs.Paragraph::number)
                        .orElse(null),
                Objects.requireNonNull(told.text("agency")),
                told.text("by"),
                objection.at(),
                wrong,
                proposal,
                objection.by().equals(reader.id()),
                answer == null ? null : answer.result(),
                told.text("answeredBy"),
                answer == null ? null : answer.at(),
                told.text("reason"));
    }
}
