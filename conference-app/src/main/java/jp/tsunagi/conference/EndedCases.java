package jp.tsunagi.conference;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.shared.TimeConfiguration;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Cases of which every conference has come to its end, for the module that keeps periods. Nothing of hers. */
@Service
public class EndedCases {

    static final List<String> OVER = Arrays.stream(ConferenceState.values())
            .filter(EndedCases::over)
            .map(Enum::name)
            .toList();

    private final Conferences conferences;
    private final MongoDatabase database;

    EndedCases(Conferences conferences, MongoDatabase database) {
        this.conferences = conferences;
        this.database = database;
    }

    /**
     * A case that is over.
     *
     * @param endedOn when the last of its conferences ended
     * @param conferenceId its last conference, by which it is found on pages
     */
    public record Ended(CaseId caseId, LocalDate endedOn, ConferenceId conferenceId, String reference) {}

    /**
     * What may outlive a conference: that there was one, for counts.
     *
     * @param submittedOn null where it never was
     */
    public record Bones(
            @Classified(FieldClass.OPERATION) String reference,
            @Classified(FieldClass.OPERATION) int number,
            @Classified(FieldClass.OPERATION) String state,
            @Classified(FieldClass.AGENCY) String agency,
            @Classified(FieldClass.SCHEDULE) @Nullable LocalDate submittedOn) {}

    /** Empty where there is none, or one of its conferences goes on or is being drafted. */
    public Optional<Ended> of(CaseId caseId) {
        List<CaseConference> all = conferences.ofCase(caseId);
        if (all.isEmpty() || !all.stream().allMatch(one -> over(one.state()))) {
            return Optional.empty();
        }
        CaseConference last = all.get(all.size() - 1);
        LocalDate endedOn = all.stream()
                .map(one -> endedOn(one.current()))
                .max(LocalDate::compareTo)
                .orElseThrow();
        return Optional.of(new Ended(caseId, endedOn, last.id(), last.reference()));
    }

    /** Cases with a conference that is over and began until then, the oldest first. */
    public List<CaseId> begunUntil(Instant latest, int most) {
        return conferences
                .list(and(in("state", OVER), lte("order", Date.from(latest))), Sorts.ascending("order"), 0, most)
                .stream()
                .map(CaseConference::caseId)
                .distinct()
                .toList();
    }

    /** Read past the case's key, so that it is known of a case, too, whose key is gone. */
    public List<Bones> bones(String caseId) {
        List<Bones> bones = new ArrayList<>();
        for (Document stored : database.getCollection(Conferences.COLLECTION)
                .find(eq("caseId", caseId))
                .projection(Projections.include("reference", "number", "state", "team", "submittedOn"))
                .sort(Sorts.ascending("number"))) {
            String submitted = stored.getString("submittedOn");
            bones.add(new Bones(
                    stored.getString("reference"),
                    stored.getInteger("number"),
                    stored.getString("state"),
                    Objects.requireNonNull(stored.getEmbedded(List.of("team", "agency"), String.class)),
                    submitted == null ? null : LocalDate.parse(submitted)));
        }
        return bones;
    }

    static boolean over(ConferenceState state) {
        return state != ConferenceState.DRAFT && !state.goesOn();
    }

    /** The day on which it reached the state in which it is; what was recorded of her since does not begin it anew. */
    static LocalDate endedOn(ConferenceRecord record) {
        Instant reached = record.order();
        for (int i = record.history().size() - 1; i >= 0; i--) {
            Milestone milestone = record.history().get(i);
            if (milestone.reached() != record.state()) {
                break;
            }
            reached = milestone.at();
        }
        return LocalDate.ofInstant(reached, TimeConfiguration.JAPAN);
    }
}
