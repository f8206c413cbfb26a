package jp.tsunagi.childcouncil;

import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.childcouncil.JointDesk.Sight;
import jp.tsunagi.command.Acts;
import jp.tsunagi.command.Command;
import jp.tsunagi.conference.ConferencesOfCase;
import jp.tsunagi.conference.ConferencesOfCase.Call;
import jp.tsunagi.conference.Directory;
import jp.tsunagi.conference.FieldCheck;
import jp.tsunagi.shared.Refusal;
import jp.tsunagi.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Says that a conference is held together with the council, and writes the council's own record. */
@Service
class Joining {

    private static final int LONGEST_ITEMS = 4_000;
    private static final int LONGEST_RECORD = 8_000;

    private final JointDesk desk;
    private final JointConferences joint;
    private final ConferencesOfCase conferences;
    private final Directory directory;
    private final Acts acts;

    Joining(JointDesk desk, JointConferences joint, ConferencesOfCase conferences, Directory directory, Acts acts) {
        this.desk = desk;
        this.joint = joint;
        this.conferences = conferences;
        this.directory = directory;
        this.acts = acts;
    }

    /**
     * @param base which writing of the items it was made from, 0 for none; null to write over whatever is there
     * @throws jp.tsunagi.shared.Refused {@code not-found}; {@code step.not-permitted}; {@code joint.not-convened} before the
     *     convening and after the meeting; {@code joint.incomplete} with the fields
     */
    void mark(String conference, JointForm form, @Nullable String base, Command command) {
        String expected = base == null ? null : base.replace("\"", "");
        take("joint.mark", conference, command, (sight, call) -> {
            if (!sight.marks()) {
                throw Refusal.forbidden("step.not-permitted");
            }
            if (!call.coming()) {
                throw Refusal.conflict("joint.not-convened");
            }
            FieldCheck fields = new FieldCheck(directory);
            fields.namedAgency("council", form.council());
            if (fields.problems().isEmpty()
                    && !call.invited().contains(new AgencyCode(Objects.requireNonNull(form.council())))) {
                fields.add("council", "not-invited");
            }
            fields.required("councilItems", form.councilItems());
            fields.text("councilItems", form.councilItems(), LONGEST_ITEMS);
            fields.refuseUnder("joint.incomplete");
            AgencyCode council = new AgencyCode(Objects.requireNonNull(form.council()));
            String items = Objects.requireNonNull(form.councilItems());
            JointRecord there = sight.record();
            if (there != null) {
                return there.with(council, items, expected, command);
            }
            if (expected != null && !expected.equals("0")) {
                throw Refusal.conflict("version.stale");
            }
            return JointRecord.of(sight.seat().caseId(), sight.seat().id().value(), council, items, command);
        });
    }

    /**
     * @throws jp.tsunagi.shared.Refused {@code not-found}; {@code step.not-permitted} for the requesting agency, which reads
     *     it; {@code joint.not-joint}; {@code joint.not-held} before the meeting
     */
    void record(String conference, JointForm.Record form, Command command) {
        take("joint.record", conference, command, (sight, call) -> {
            JointRecord there = sight.record();
            if (there == null) {
                throw Refusal.conflict("joint.not-joint");
            }
            if (!sight.records()) {
                throw Refusal.forbidden("step.not-permitted");
            }
            if (!call.held()) {
                throw Refusal.conflict("joint.not-held");
            }
            FieldCheck fields = new FieldCheck(directory);
            fields.required("councilRecord", form.councilRecord());
            fields.text("councilRecord", form.councilRecord(), LONGEST_RECORD);
            fields.refuseUnder("joint.incomplete");
            return there.recorded(Objects.requireNonNull(form.councilRecord()), command);
        });
    }

    private void take(String action, String conference, Command command, BiFunction<Sight, Call, JointRecord> change) {
        Sight before = desk.sight(conference, command);
        String caseId = before.seat().caseId().value();
        try {
            changed(before, command, change);
        } catch (Refused refused) {
            if (refused.refusal().kind() == Refusal.Kind.FORBIDDEN) {
                acts.refused(command, action, caseId, conference, refused);
            }
            throw refused;
        }
        acts.perform(command, action, caseId, conference, () -> {
            changed(desk.sight(conference, command), command, change).ifPresent(joint::save);
            return true;
        });
    }

    /** Empty where this command has had its effect. */
    private Optional<JointRecord> changed(Sight sight, Command command, BiFunction<Sight, Call, JointRecord> change) {
        JointRecord there = sight.record();
        return there != null && there.has(command)
                ? Optional.empty()
                : Optional.of(change.apply(sight, conferences.call(sight.seat().id())));
    }
}
