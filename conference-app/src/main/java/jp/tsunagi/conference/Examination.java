package jp.tsunagi.conference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.casefile.Consent;
import jp.tsunagi.command.Command;
import jp.tsunagi.page.Words;
import jp.tsunagi.protection.Relation;
import jp.tsunagi.shared.Refusal;
import jp.tsunagi.web.Explanations;
import jp.tsunagi.web.Explanations.Field;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What the Center looks at when it examines a request (S20), each answered from what is stored. */
@Component
class Examination {

    private final Desk desk;
    private final Directory directory;
    private final Explanations explanations;
    private final Words words;

    Examination(Desk desk, Directory directory, Explanations explanations, Words words) {
        this.desk = desk;
        this.directory = directory;
        this.explanations = explanations;
        this.words = words;
    }

    /** What is looked at. */
    enum Subject {
        FORM,
        CONSENT,
        INVITEES,
        SIMILAR,
        CONTACT
    }

    /** What was found: nothing to remark, or what to look at. */
    record Finding(Subject subject, List<String> remarks) {

        public boolean fine() {
            return remarks.isEmpty();
        }
    }

    /** @throws jp.tsunagi.shared.Refused {@code not-found} for whoever does not work at the Center */
    List<Finding> of(String id, Command command) {
        Desk.Sight sight = desk.look(id, command);
        if (!sight.standing().is(Relation.CENTER) && !sight.standing().is(Relation.DIRECTOR)) {
            throw Refusal.notFound();
        }
        Request request = sight.conference().request();
        return List.of(
                new Finding(Subject.FORM, form(request, command)),
                new Finding(Subject.CONSENT, consent(sight, command.today())),
                new Finding(Subject.INVITEES, invitees(sight)),
                new Finding(
                        Subject.SIMILAR,
                        sight.conference().current().similarExists()
                                ? List.of(words.text("examination.similar"))
                                : List.of()),
                new Finding(
                        Subject.CONTACT,
                        FieldCheck.isBlank(request.safeContact())
                                ? List.of(words.text("examination.contact"))
                                : List.of()));
    }

    private List<String> form(Request request, Command command) {
        return explanations
                .fields(
                        "request.incomplete",
                        RequestRules.ofSubmission(request, directory, command.now()),
                        LocaleContextHolder.getLocale())
                .stream()
                .map(Field::text)
                .toList();
    }

    private List<String> consent(Desk.Sight sight, LocalDate today) {
        Optional<Consent> consent = sight.casefile().flatMap(Casefile::consent);
        if (consent.isEmpty()) {
            return List.of(words.text("examination.consent.none"));
        }
        List<String> remarks = new ArrayList<>();
        if (consent.get().expired(today)) {
            remarks.add(words.text("examination.consent.expired"));
        } else if (!consent.get().inForce(today)) {
            remarks.add(words.text("examination.consent.unconfirmed"));
        }
        if (!consent.get().conditionsMet()) {
            remarks.add(words.text("examination.consent.conditions"));
        }
        return remarks;
    }

    private List<String> invitees(Desk.Sight sight) {
        List<String> remarks = new ArrayList<>();
        for (Candidate candidate : Candidate.of(sight, directory)) {
            switch (candidate.mark()) {
                case UNKNOWN -> remarks.add(words.text("examination.invitee.unknown", candidate.name()));
                case NOT_COVERED -> remarks.add(words.text("examination.invitee.not-covered", candidate.name()));
                case BLOCKED -> remarks.add(words.text("examination.invitee.blocked", candidate.name()));
                case COVERED, TAKES_PART -> {}
            }
        }
        return remarks;
    }
}
