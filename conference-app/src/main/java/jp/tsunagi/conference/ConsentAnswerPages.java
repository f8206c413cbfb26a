package jp.tsunagi.conference;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.Consent;
import jp.tsunagi.casefile.ConsentMethod;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.Commands;
import jp.tsunagi.page.FormPost;
import jp.tsunagi.page.FormReader;
import jp.tsunagi.page.Forms;
import jp.tsunagi.page.Typed;
import jp.tsunagi.shared.FieldProblem;
import jp.tsunagi.shared.Refusal;
import jp.tsunagi.shared.Refused;
import jp.tsunagi.web.Explanations;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** She is asked again by a second officer (S21): a text to read aloud, her answer, and what it means in one sentence. */
@Controller
class ConsentAnswerPages {

    private final ConsentAnswers consents;
    private final ConsentSentences sentences;
    private final ConferencePage page;
    private final Commands commands;
    private final FormReader reader;
    private final Forms forms;
    private final Explanations explanations;

    ConsentAnswerPages(
            ConsentAnswers consents,
            ConsentSentences sentences,
            ConferencePage page,
            Commands commands,
            FormReader reader,
            Forms forms,
            Explanations explanations) {
        this.consents = consents;
        this.sentences = sentences;
        this.page = page;
        this.commands = commands;
        this.reader = reader;
        this.forms = forms;
        this.explanations = explanations;
    }

    @GetMapping("/c/{id}/consent-answer")
    String asking(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        page.open(Step.ANSWER_CONSENT, id, officer, model);
        Command command = commands.reading(officer);
        Optional<Consent> asked = consents.asked(id, command);
        return forms.open(form, officer, model, "", () -> preset(asked, officer, command), show(id, officer, model));
    }

    @PostMapping("/c/{id}/consent-answer")
    String answer(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        page.require(Step.ANSWER_CONSENT, id, officer);
        return switch (form.action()) {
            case "confirm" ->
                forms.confirm(
                        form,
                        officer,
                        model,
                        () -> examine(id, officer, form, model),
                        () -> {
                            page.show(id, officer, model);
                            return "conference/consent-answer-confirm";
                        },
                        () -> show(id, officer, model));
            case "edit" -> forms.show(form, model, form.typed(), () -> show(id, officer, model));
            default ->
                forms.submit(form, officer, model, () -> take(id, officer, form), () -> show(id, officer, model));
        };
    }

    private void examine(String id, Officer officer, FormPost form, Model model) {
        ConsentAnswers.Answer answer = read(form);
        Optional<Consent> agreed = consents.examine(id, answer, commands.reading(officer));
        model.addAttribute("result", answer.result());
        model.addAttribute("sentences", agreed.map(sentences::of).orElse(List.of()));
    }

    private String take(String id, Officer officer, FormPost form) {
        ConsentAnswers.Answer answer = read(form);
        consents.answer(id, answer, commands.of(officer, form.key(), "consent-answer", id, answer));
        return form.done("/c/" + id, "consent-answer.done." + answer.result());
    }

    private ConsentAnswers.Answer read(FormPost form) {
        ConsentAnswers.Answer answer =
                reader.read(form.typed(), ConsentAnswers.Answer.class).orRefuse();
        if (answer.result() != null && answer.result() != ConsentAnswers.Answer.Result.UNREACHABLE) {
            boolean agreed = answer.result() == ConsentAnswers.Answer.Result.CONSENTED;
            List<FieldProblem> problems =
                    ConsentRules.onScreen("", answer.refusalExplained(), answer.purposes()).stream()
                            .filter(problem -> agreed || !problem.field().equals("purposes"))
                            .toList();
            if (!problems.isEmpty()) {
                throw Refusal.invalid("consent.incomplete", problems);
            }
        }
        return answer;
    }

    /** What the request named is ticked: the second officer asks about just that, and takes out what she does not want. */
    private static Typed preset(Optional<Consent> asked, Officer officer, Command command) {
        return Forms.typed(new ConsentAnswers.Answer(
                null,
                null,
                officer.name(),
                command.today(),
                asked.map(Consent::validUntil)
                        .filter(end -> !end.isBefore(command.today()))
                        .orElse(null),
                asked.map(Consent::currentRecipients).orElse(Set.of()).stream()
                        .map(AgencyCode::value)
                        .sorted()
                        .toList(),
                asked.map(consent -> List.copyOf(consent.purposes())).orElse(List.of()),
                null));
    }

    private String show(String id, Officer officer, Model model) {
        Reading.Overview overview = page.show(id, officer, model);
        Optional<Consent> asked = consents.asked(id, commands.reading(officer));
        Set<String> agencies = new LinkedHashSet<>();
        asked.map(Consent::currentRecipients).orElse(Set.of()).stream()
                .map(AgencyCode::value)
                .sorted()
                .forEach(agencies::add);
        model.addAttribute("scope", asked.map(sentences::of).orElse(List.of()));
        agencies.addAll(invitees(overview));
        model.addAttribute("agencies", agencies);
        model.addAttribute("results", ConsentAnswers.Answer.Result.values());
        model.addAttribute("methods", ConsentMethod.values());
        model.addAttribute("purposes", Consent.Purpose.values());
        try {
            consents.requireAnswerer(id, commands.reading(officer));
        } catch (Refused notYours) {
            model.addAttribute(
                    "notYours",
                    explanations.of(notYours, LocaleContextHolder.getLocale()).text());
        }
        return "conference/consent-answer";
    }

    /** The agencies that the request wants there, as far as this officer may know them. */
    private static List<String> invitees(Reading.Overview overview) {
        return overview.projection().shown().get("invitees") instanceof List<?> invitees
                ? invitees.stream()
                        .map(invitee -> invitee instanceof Map<?, ?> named ? named.get("agency") : null)
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .filter(code -> !code.isBlank())
                        .toList()
                : List.of();
    }
}
