package jp.tsunagi.conference;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.casefile.Consent;
import jp.tsunagi.casefile.ConsentMethod;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.Commands;
import jp.tsunagi.page.FormPost;
import jp.tsunagi.page.FormReader;
import jp.tsunagi.page.Forms;
import jp.tsunagi.page.Typed;
import jp.tsunagi.page.Words;
import jp.tsunagi.shared.FieldProblem;
import jp.tsunagi.shared.Refusal;
import jp.tsunagi.shared.Refused;
import jp.tsunagi.web.Explanations;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Her consent: the ledger, and its renewal, with the sentence that is read to her before it counts (S37). */
@Controller
class ConsentPages {

    /** Field of the page alone: an agency that is not among those to tick. */
    private static final String FURTHER = "furtherRecipient";

    private final ConsentLedger ledger;
    private final ConsentRenewal consents;
    private final ConferencePage page;
    private final Commands commands;
    private final FormReader reader;
    private final Forms forms;
    private final Explanations explanations;
    private final ConsentSentences sentences;
    private final Words words;

    ConsentPages(
            ConsentLedger ledger,
            ConsentRenewal consents,
            ConferencePage page,
            Commands commands,
            FormReader reader,
            Forms forms,
            Explanations explanations,
            ConsentSentences sentences,
            Words words) {
        this.ledger = ledger;
        this.consents = consents;
        this.page = page;
        this.commands = commands;
        this.reader = reader;
        this.forms = forms;
        this.explanations = explanations;
        this.sentences = sentences;
        this.words = words;
    }

    @GetMapping("/c/{id}/consent")
    String consent(@CurrentOfficer Officer officer, @PathVariable String id, Model model) {
        Reading.Overview overview = page.show(id, officer, model);
        ConsentLedger.Shown shown = ledger.read(id, commands.reading(officer));
        model.addAttribute("readable", shown.ledger().withheld().isEmpty());
        model.addAttribute("ledger", shown.ledger().shown());
        model.addAttribute("chips", shown.chips());
        model.addAttribute(
                "renewable", consents.renewable(caseId(overview), officer).isPresent());
        model.addAttribute("withdrawable", overview.steps().contains(Step.WITHDRAW_CONSENT));
        return "conference/consent";
    }

    @GetMapping("/c/{id}/consent/renewal")
    String renewal(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        Consent current = current(id, officer, model);
        String base = String.valueOf(current.number());
        return forms.open(form, officer, model, base, () -> typed(current), "conference/consent-renewal");
    }

    /** First what it comes to, in one sentence; entered only once that was confirmed. */
    @PostMapping("/c/{id}/consent/renewal")
    String renew(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        Consent current = current(id, officer, model);
        CaseId caseId = caseId(page.show(id, officer, model));
        if (form.action().equals("edit")) {
            return forms.show(form, model, form.typed(), () -> "conference/consent-renewal");
        }
        if (form.action().isEmpty()) {
            return check(caseId, officer, form, model);
        }
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    if (!form.base().equals(String.valueOf(current.number()))) {
                        throw Refusal.conflict("version.stale");
                    }
                    ConsentRenewal.Renewal renewal = read(form);
                    Command command = commands.of(officer, form.key(), "consents", caseId.value(), renewal);
                    consents.renew(caseId, renewal, command);
                    return form.done("/c/" + id + "/consent", "consent.renewed");
                },
                () -> {
                    model.addAttribute("newest", current.number());
                    return "conference/consent-renewal";
                });
    }

    private String check(CaseId caseId, Officer officer, FormPost form, Model model) {
        try {
            Consent after = consents.preview(caseId, read(form), commands.reading(officer));
            model.addAttribute("sentence", sentence(after));
            return forms.show(form, model, form.over(Typed.nothing()), () -> "conference/consent-check");
        } catch (Refused e) {
            if (e.refusal().kind() == Refusal.Kind.NOT_FOUND) {
                throw e;
            }
            return forms.refused(
                    form,
                    model,
                    explanations.of(e, LocaleContextHolder.getLocale()),
                    () -> "conference/consent-renewal");
        }
    }

    private Consent current(String id, Officer officer, Model model) {
        Reading.Overview overview = page.show(id, officer, model);
        Consent current = consents.renewable(caseId(overview), officer).orElseThrow(Refusal::notFound);
        Set<String> codes = new LinkedHashSet<>();
        current.recipients().stream().map(AgencyCode::value).sorted().forEach(codes::add);
        named(overview.projection().shown().get("invitees"), codes);
        named(overview.projection().shown().get("participants"), codes);
        model.addAttribute("codes", codes);
        model.addAttribute("methods", ConsentMethod.values());
        model.addAttribute("purposes", Consent.Purpose.values());
        model.addAttribute("current", current);
        return current;
    }

    private static void named(@Nullable Object list, Set<String> codes) {
        if (list instanceof List<?> entries) {
            for (Object entry : entries) {
                if (entry instanceof Map<?, ?> fields && fields.get("agency") instanceof String code) {
                    codes.add(code);
                }
            }
        }
    }

    /** The form holds the whole of it: a list without rows means none, not the former one. */
    private ConsentRenewal.Renewal read(FormPost form) {
        ConsentRenewal.Renewal typed = reader.read(form.over(Typed.nothing()), ConsentRenewal.Renewal.class)
                .orRefuse();
        List<FieldProblem> problems = ConsentRules.onScreen("", typed.refusalExplained(), typed.purposes());
        if (!problems.isEmpty()) {
            throw Refusal.invalid("consent.incomplete", problems);
        }
        return new ConsentRenewal.Renewal(
                typed.method(),
                typed.confirmedBy(),
                typed.confirmedOn(),
                typed.validUntil(),
                withFurther(Lists.given(typed.recipients()), form.typed().text(FURTHER)),
                Lists.given(typed.withheld()),
                Lists.given(typed.conditions()),
                Lists.given(typed.locationRecipients()),
                typed.contactAgency(),
                typed.purposes(),
                typed.refusalExplained());
    }

    /** One more agency of the directory, such as the one to which her case is to go. */
    private static List<String> withFurther(List<String> recipients, String further) {
        if (further.isBlank() || recipients.contains(further)) {
            return recipients;
        }
        List<String> longer = new ArrayList<>(recipients);
        longer.add(further);
        return longer;
    }

    /** As it stands now, without what belongs to the former asking. */
    private static Typed typed(Consent current) {
        return Forms.typed(new ConsentRenewal.Renewal(
                null,
                null,
                null,
                null,
                current.currentRecipients().stream()
                        .map(AgencyCode::value)
                        .sorted()
                        .toList(),
                current.withheld(),
                current.conditions(),
                current.locationRecipients(),
                current.contactAgency().value(),
                List.copyOf(current.purposes()),
                null));
    }

    private String sentence(Consent after) {
        return shared(after) + handedOver(after) + sentences.purposes(after);
    }

    /** Who may take her case over is said also where these agencies are told nothing else. */
    private String handedOver(Consent after) {
        if (after.recipients().isEmpty() || !after.purposes().contains(Consent.Purpose.TRANSFER)) {
            return "";
        }
        String agencies = after.recipients().stream()
                .map(AgencyCode::value)
                .sorted()
                .map(words::agency)
                .collect(Collectors.joining(words.text("consent.sentence-and")));
        return words.text("consent.sentence-transfer", agencies);
    }

    private String shared(Consent after) {
        String until = words.date(after.validUntil());
        if (after.recipients().isEmpty() || !after.purposes().contains(Consent.Purpose.SHARE)) {
            return words.text("consent.sentence-nobody", until);
        }
        String between = words.text("consent.sentence-and");
        String agencies = after.recipients().stream()
                .map(AgencyCode::value)
                .sorted()
                .map(words::agency)
                .collect(Collectors.joining(between));
        String withheld =
                after.withheld().stream().map(Consent.Withheld::item).distinct().collect(Collectors.joining(between));
        String said = withheld.isEmpty()
                ? words.text("consent.sentence", agencies, until)
                : words.text("consent.sentence-without", agencies, withheld, until);
        String location = after.locationRecipients().stream()
                .map(permission -> words.agency(permission.agency()))
                .collect(Collectors.joining(between));
        return location.isEmpty() ? said : said + words.text("consent.sentence-location", location);
    }

    private static CaseId caseId(Reading.Overview overview) {
        return new CaseId(
                (String) Objects.requireNonNull(overview.projection().shown().get("caseId")));
    }
}
