package jp.tsunagi.conference;

import java.util.Objects;
import jp.tsunagi.command.Command;
import jp.tsunagi.conference.MinutesRecord.Objection;
import jp.tsunagi.conference.MinutesRecord.Place;
import jp.tsunagi.conference.MinutesRecord.Result;
import jp.tsunagi.shared.FieldProblem;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What those who took part do with the minutes, and what the agency that wrote them answers (S31). */
@Service
class MinutesSteps {

    private static final int LONGEST_TEXT = 2_000;

    private final MinutesDesk desk;
    private final MinutesParagraphs paragraphs;
    private final Directory directory;

    MinutesSteps(MinutesDesk desk, MinutesParagraphs paragraphs, Directory directory) {
        this.desk = desk;
        this.paragraphs = paragraphs;
        this.directory = directory;
    }

    /** That it was read. @param version of the report that was read; needed */
    record Receipt(@Nullable Integer version) {}

    /**
     * What should be corrected.
     *
     * @param version of the report that was read; needed
     * @param paragraph by its id
     * @param wrong what is wrong; needed
     * @param proposal how it should read; needed
     */
    record Objecting(
            @Nullable Integer version, @Nullable String paragraph, @Nullable String wrong, @Nullable String proposal) {}

    /**
     * What becomes of an objection.
     *
     * @param version of the report that is corrected; needed to accept
     * @param corrected the whole paragraph as it reads now, for one of the outcome
     * @param action the same for an agreed action
     * @param attendance the same for a line of those present
     * @param reason why; needed
     */
    record Answer(
            @Nullable Result answer,
            @Nullable Integer version,
            @Nullable String corrected,
            OutcomeReport.@Nullable AgreedAction action,
            @Nullable Attendance attendance,
            @Nullable String reason) {}

    /** @throws jp.tsunagi.shared.Refused as {@link MinutesDesk#require} and {@link Minutes#confirm} */
    void confirm(String id, Receipt receipt, Command command) {
        desk.require(MinutesStep.CONFIRM, id, command);
        int version = version(receipt.version());
        desk.take(MinutesStep.CONFIRM, id, command, sight -> sight.minutes().confirm(version, command));
    }

    /**
     * @return number of the objection
     * @throws jp.tsunagi.shared.Refused as {@link MinutesDesk#require} and {@link Minutes#object}; {@code
     *     minutes.incomplete}, for a paragraph that this officer cannot see as for one that is none
     */
    int object(String id, Objecting objecting, Command command) {
        desk.require(MinutesStep.OBJECT, id, command);
        FieldCheck fields = new FieldCheck(directory);
        fields.present("version", objecting.version());
        fields.required("wrong", objecting.wrong());
        fields.text("wrong", objecting.wrong(), LONGEST_TEXT);
        fields.required("proposal", objecting.proposal());
        fields.text("proposal", objecting.proposal(), LONGEST_TEXT);
        fields.refuseUnder("minutes.incomplete");
        Minutes minutes = desk.take(MinutesStep.OBJECT, id, command, sight -> {
            Place place = paragraphs
                    .shown(sight)
                    .byId(Objects.requireNonNullElse(objecting.paragraph(), ""))
                    .map(MinutesParagraphs.Paragraph::place)
                    .orElseThrow(() ->
                            Refusal.invalid("minutes.incomplete", FieldProblem.of("paragraph", "unknown-paragraph")));
            sight.minutes()
                    .object(
                            Objects.requireNonNull(objecting.version()),
                            place,
                            Objects.requireNonNull(objecting.wrong()),
                            Objects.requireNonNull(objecting.proposal()),
                            sight.until(),
                            command);
        });
        return minutes.objections().stream()
                .filter(objection -> objection.commandId().equals(command.id()))
                .map(Objection::number)
                .findFirst()
                .orElseThrow();
    }

    /**
     * @param number of the objection
     * @throws jp.tsunagi.shared.Refused as {@link MinutesDesk#require}, {@link Minutes#openTo}, {@link Minutes#accept} and
     *     {@link MinutesCorrection#of}
     */
    void answer(String id, int number, Answer answer, Command command) {
        desk.require(MinutesStep.ANSWER, id, command);
        FieldCheck fields = new FieldCheck(directory);
        fields.present("answer", answer.answer());
        if (answer.answer() == Result.ACCEPTED) {
            fields.present("version", answer.version());
        }
        fields.required("reason", answer.reason());
        fields.text("reason", answer.reason(), LONGEST_TEXT);
        fields.refuseUnder("minutes.incomplete");
        String reason = Objects.requireNonNull(answer.reason());
        desk.take(MinutesStep.ANSWER, id, command, sight -> {
            Minutes minutes = sight.minutes();
            Objection objection = minutes.openTo(number, command);
            if (answer.answer() == Result.DECLINED) {
                minutes.decline(number, reason, command);
                return;
            }
            int version = version(answer.version());
            minutes.requireCurrent(version);
            OutcomeReport next =
                    new MinutesCorrection(directory, command.now()).of(sight.report(), objection.place(), answer);
            minutes.accept(number, version, sight.report(), next, reason, command);
        });
    }

    private static int version(@Nullable Integer given) {
        if (given == null) {
            throw Refusal.invalid("minutes.incomplete", FieldProblem.of("version", "required"));
        }
        return given;
    }
}
