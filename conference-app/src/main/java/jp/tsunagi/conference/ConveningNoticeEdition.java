package jp.tsunagi.conference;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.document.ConveningNotice;
import jp.tsunagi.document.ConveningNoticePrinter;
import jp.tsunagi.document.Edition;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.ConsentScope;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Projection;
import jp.tsunagi.protection.Relation;
import jp.tsunagi.shared.FieldProblem;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The notice of convening (招集通知). It tells nothing of her, so an invited agency has it before anybody has pledged. The
 * Center, and the agency through which it goes (関係機関を通じて), have the one of another agency too, as that one may see it.
 */
@Component
class ConveningNoticeEdition implements EditionKind {

    private final Directory directory;
    private final ConveningNoticePrinter printer;

    ConveningNoticeEdition(Directory directory, ConveningNoticePrinter printer) {
        this.directory = directory;
        this.printer = printer;
    }

    /** A notice before the policy. */
    record NoticeView(
            @Classified(FieldClass.OPERATION) String reference,
            @Classified(FieldClass.OPERATION) int number,
            @Classified(FieldClass.AGENCY) Request.LegalBasis legalBasis,
            @Classified(FieldClass.SCHEDULE) @Nullable LocalDateTime start,
            @Classified(FieldClass.SCHEDULE) @Nullable LocalDateTime end,
            @Classified(FieldClass.MEETING_PLACE) @Nullable String place,
            @Classified(FieldClass.SCHEDULE) boolean online,
            @Classified(FieldClass.AGENCY) @Nullable String moderator,
            @Classified(FieldClass.AGENCY) @Nullable String recorder,
            @Classified(FieldClass.AGENCY) @Nullable String via,
            @Classified(FieldClass.SCHEDULE) @Nullable LocalDate due,
            @Classified(FieldClass.PARTICIPANTS) List<String> participants) {}

    @Override
    public String kind() {
        return "convening-notice";
    }

    /**
     * @throws jp.tsunagi.shared.Refused {@code convening-notice.not-yet} before the convening; {@code
     *     convening-notice.not-yours} for the notice of another agency; {@code convening-notice.not-convened} where the agency
     *     asked for is not, or her consent does not cover it
     */
    @Override
    public void require(Ask ask) {
        PaperReaders.requireReaderWithConsent(ask.standing());
        Convening call = ask.conference().convening().orElseThrow(() -> Refusal.conflict("convening-notice.not-yet"));
        AgencyCode other = ask.otherAgency();
        if (other == null) {
            return;
        }
        boolean passesOn = via(call, other)
                .filter(ask.command().officer().agency().value()::equals)
                .isPresent();
        if (!passesOn && !PaperReaders.ofTheCenter(ask.standing())) {
            throw Refusal.forbidden("convening-notice.not-yours");
        }
        if (!Standings.stillInvited(ask.conference(), other)
                || !scope(ask, other).covers()) {
            throw Refusal.invalid("convening-notice.not-convened", FieldProblem.of("agency", "not-participating"));
        }
    }

    @Override
    public AgencyCode recipient(Ask ask) {
        AgencyCode other = ask.otherAgency();
        return other == null ? EditionKind.super.recipient(ask) : other;
    }

    @Override
    public Made make(Ask ask, Edition edition) {
        ConferenceRecord record = ask.conference().current();
        Convening call = Objects.requireNonNull(record.convening());
        AgencyCode recipient = recipient(ask);
        NoticeView view = new NoticeView(
                record.reference(),
                record.number(),
                Agendas.basis(record),
                call.start(),
                call.end(),
                call.place(),
                Boolean.TRUE.equals(call.online()),
                call.moderator(),
                call.recorder(),
                via(call, recipient).orElse(null),
                record.state() == ConferenceState.CONVENED ? record.dueOn() : null,
                call.participants().stream().map(Convening.Invited::agency).toList());
        Standing standing = ask.otherAgency() == null
                ? ask.standing()
                : new Standing(Set.of(Relation.INVITED), Set.of(), scope(ask, recipient));
        Projection projection = Projection.of(view, standing.grants(record.request()));
        return new Made(printer.print(notice(Shown.of(projection), recipient, edition)), projection);
    }

    private ConveningNotice notice(Shown shown, AgencyCode recipient, Edition edition) {
        return new ConveningNotice(
                edition,
                directory.nameOf(recipient.value()),
                directory.nameOrNothing(shown.text("via")),
                shown.count("number"),
                Objects.requireNonNull(shown.code("legalBasis")),
                shown.time("start"),
                shown.time("end"),
                shown.text("place"),
                shown.isTrue("online"),
                directory.nameOrNothing(shown.text("moderator")),
                directory.nameOrNothing(shown.text("recorder")),
                shown.date("due"),
                shown.texts("participants").stream().map(directory::nameOf).toList());
    }

    private static Optional<String> via(Convening call, AgencyCode agency) {
        return call.participants().stream()
                .filter(participant -> participant.agency().equals(agency.value()))
                .findFirst()
                .map(Convening.Invited::via);
    }

    private static ConsentScope scope(Ask ask, AgencyCode agency) {
        return ask.sight()
                .casefile()
                .map((Casefile casefile) ->
                        casefile.scopeFor(agency, ask.command().today()))
                .orElse(ConsentScope.NOTHING);
    }
}
