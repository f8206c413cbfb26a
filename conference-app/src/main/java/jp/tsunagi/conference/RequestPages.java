package jp.tsunagi.conference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.casefile.Consent;
import jp.tsunagi.casefile.ConsentMethod;
import jp.tsunagi.casefile.NameAtMeeting;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.Commands;
import jp.tsunagi.page.FormPost;
import jp.tsunagi.page.FormReader;
import jp.tsunagi.page.Forms;
import jp.tsunagi.page.Typed;
import jp.tsunagi.page.Words;
import jp.tsunagi.protection.Passages;
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

/**
 * The request in five sections or on one screen, the check of the answers, and the submission (S08 to S18). Each section
 * is saved into the request when one goes on; what is typed meanwhile is a draft.
 */
@Controller
class RequestPages {

    private static final String ALL = "all";

    private final Requesting requesting;
    private final ConferencePage page;
    private final Commands commands;
    private final FormReader reader;
    private final Forms forms;
    private final Explanations explanations;
    private final Words words;
    private final PostalCodes postalCodes;

    RequestPages(
            Requesting requesting,
            ConferencePage page,
            Commands commands,
            FormReader reader,
            Forms forms,
            Explanations explanations,
            Words words,
            PostalCodes postalCodes) {
        this.requesting = requesting;
        this.page = page;
        this.commands = commands;
        this.reader = reader;
        this.forms = forms;
        this.explanations = explanations;
        this.words = words;
        this.postalCodes = postalCodes;
    }

    /** A field that stands in the way of the submission, or is unusual, and the page to mend it on. */
    record Missing(String page, String field, String text) {}

    @GetMapping("/requests/new")
    String before(@CurrentOfficer Officer officer, FormPost form, Model model) {
        return forms.open(form, officer, model, "", Typed::nothing, "conference/request-new");
    }

    @PostMapping("/requests/new")
    String begin(@CurrentOfficer Officer officer, FormPost form, Model model) {
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    Request empty = reader.read(Typed.nothing(), Request.class).orRefuse();
                    Command command = commands.of(officer, form.key(), "open", "", empty);
                    String id = requesting.open(empty, true, command).value();
                    return form.done(at(id, RequestSection.KIND.path()), "");
                },
                () -> "conference/request-new");
    }

    @GetMapping("/c/{id}/request/{section}")
    String section(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            @PathVariable String section,
            FormPost form,
            Model model) {
        if (section.equals("check")) {
            return check(id, officer, form, model);
        }
        Requesting.Editing editing = requesting.editing(id, commands.reading(officer));
        Typed typed = Forms.typed(editing.request());
        String view = forms.open(
                form,
                officer,
                model,
                String.valueOf(editing.version()),
                () -> typed,
                show(id, section, officer, model));
        fill(editing, model);
        return view;
    }

    @PostMapping("/c/{id}/request/{section}")
    String save(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            @PathVariable String section,
            FormPost form,
            Model model) {
        if (section.equals("check")) {
            return submit(id, officer, form, model);
        }
        Requesting.Editing editing = requesting.editing(id, commands.reading(officer));
        if (form.action().equals("postal-code")) {
            return addressOf(id, section, editing, officer, form, model);
        }
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    Typed whole = form.over(Forms.typed(editing.request()));
                    Request request = reader.read(Kana.inKatakana(whole, "kana"), Request.class)
                            .orRefuse();
                    Command command = commands.of(officer, form.key(), "replace", id, request);
                    requesting.replace(id, request, form.base(), command);
                    String next = section.equals(ALL)
                            ? "check"
                            : RequestSection.at(section)
                                    .orElseThrow(Refusal::notFound)
                                    .next();
                    return form.done(at(id, next), "");
                },
                () -> {
                    fill(editing, model);
                    model.addAttribute("theirs", Forms.typed(editing.request()));
                    model.addAttribute("newest", editing.version());
                    return show(id, section, officer, model);
                });
    }

    /** Writes the address of the postal code before what stands in the field of the address. */
    private String addressOf(
            String id, String section, Requesting.Editing editing, Officer officer, FormPost form, Model model) {
        fill(editing, model);
        String code = form.typed().text("postalCode");
        Optional<String> found = postalCodes.address(code);
        if (found.isPresent()) {
            String there = form.typed().text("address");
            Typed filled = form.typed().with("address", there.startsWith(found.get()) ? there : found.get() + there);
            return forms.show(form, model, filled, () -> show(id, section, officer, model));
        }
        FieldProblem problem = postalCodes.isCode(code)
                ? FieldProblem.of("postalCode", "postal-code-unknown")
                : FieldProblem.of("postalCode", "postal-code");
        Refused refused = Refusal.invalid("request.incomplete", problem);
        return forms.refused(
                form,
                model,
                explanations.of(refused, LocaleContextHolder.getLocale()),
                () -> show(id, section, officer, model));
    }

    private String check(String id, Officer officer, FormPost form, Model model) {
        Command command = commands.reading(officer);
        Requesting.Editing editing = requesting.editing(id, command);
        forms.open(form, officer, model, String.valueOf(editing.version()), Typed::nothing, "");
        return showCheck(id, editing, officer, command, model);
    }

    private String submit(String id, Officer officer, FormPost form, Model model) {
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    Command reading = commands.reading(officer);
                    List<FieldProblem> problems =
                            requesting.problems(requesting.editing(id, reading).request(), reading);
                    if (!problems.isEmpty()) {
                        throw Refusal.invalid("request.incomplete", problems);
                    }
                    ConferenceController.Submission said = reader.read(
                                    form.typed(), ConferenceController.Submission.class)
                            .orRefuse();
                    requesting.submit(id, said.reply(), commands.of(officer, form.key(), "submission", id, said));
                    return form.done("/c/" + id, "request.submitted");
                },
                () -> {
                    Command command = commands.reading(officer);
                    return showCheck(id, requesting.editing(id, command), officer, command, model);
                });
    }

    private String showCheck(String id, Requesting.Editing editing, Officer officer, Command command, Model model) {
        page.show(id, officer, model);
        List<FieldProblem> problems = requesting.problems(editing.request(), command);
        List<Missing> missing = new ArrayList<>();
        explanations
                .fields("request.incomplete", problems, LocaleContextHolder.getLocale())
                .forEach(field -> missing.add(
                        new Missing(at(id, RequestSection.of(field.name()).path()), field.name(), field.text())));
        model.addAttribute("missing", missing);
        model.addAttribute("unmarked", unmarked(editing.request()));
        model.addAttribute(
                "alerts",
                requesting.alerts(editing.request(), command).stream()
                        .map(alert -> new Missing(
                                at(id, RequestSection.of(alert.field()).path()),
                                alert.field(),
                                words.text(alert.text(), alert.number())))
                        .toList());
        model.addAttribute("sections", sections(id));
        model.addAttribute("ownRequest", true);
        fill(editing, model);
        return "conference/request-check";
    }

    /** What the officer finds besides the request: agencies to choose from, and what is to be mended. */
    private static void fill(Requesting.Editing editing, Model model) {
        model.addAttribute("chosenAgencies", agencies(editing.request()));
        model.addAttribute("mending", editing.mending());
        model.addAttribute(
                "remarkOf",
                editing.mending() == null ? Map.of() : editing.mending().remarks());
    }

    private String show(String id, String section, Officer officer, Model model) {
        List<RequestSection> shown = section.equals(ALL)
                ? List.of(RequestSection.values())
                : List.of(RequestSection.at(section).orElseThrow(Refusal::notFound));
        page.show(id, officer, model);
        model.addAttribute("section", section);
        model.addAttribute(
                "title",
                section.equals(ALL)
                        ? words.text("request.title")
                        : words.text(
                                "request.section-of",
                                words.label("request.section", shown.get(0)),
                                shown.get(0).ordinal() + 1));
        model.addAttribute("shown", shown);
        model.addAttribute("sections", sections(id));
        model.addAttribute("left", requesting.left(id, commands.reading(officer)));
        model.addAttribute("guidelineItems", List.of(1, 2));
        model.addAttribute("factors", Request.Factor.values());
        model.addAttribute("yesNo", List.of(false, true));
        model.addAttribute("legalBases", Request.LegalBasis.values());
        model.addAttribute("addressHandlings", Request.AddressHandling.values());
        model.addAttribute("namesAtMeeting", NameAtMeeting.values());
        model.addAttribute("methods", ConsentMethod.values());
        model.addAttribute("purposes", Consent.Purpose.values());
        model.addAttribute("municipalities", postalCodes.municipalities());
        return "conference/request";
    }

    /** Texts that do not say where, or that they do not, speak of what she wants withheld: they are hidden as a whole. */
    private static List<String> unmarked(Request request) {
        Request.RequestedConsent consent = request.consent();
        Set<String> items = new LinkedHashSet<>();
        if (consent != null) {
            consent.withheld().forEach(withheld -> items.add(withheld.item()));
        }
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("currentSituation", Objects.requireNonNullElse(request.currentSituation(), ""));
        texts.put("caseOverview", Objects.requireNonNullElse(request.caseOverview(), ""));
        texts.put("wishes", Objects.requireNonNullElse(request.wishes(), ""));
        texts.put("topics", Objects.requireNonNullElse(request.topics(), ""));
        return texts.entrySet().stream()
                .filter(text -> !text.getValue().isBlank() && !Passages.marked(items, text.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<RequestSection, String> sections(String id) {
        Map<RequestSection, String> pages = new LinkedHashMap<>();
        for (RequestSection section : RequestSection.values()) {
            pages.put(section, at(id, section.path()));
        }
        return pages;
    }

    /** The agencies that are asked for: those she can agree to. */
    private static Set<String> agencies(Request request) {
        Set<String> codes = new LinkedHashSet<>();
        request.invitees().stream()
                .map(Request.Invitee::agency)
                .filter(code -> code != null && !code.isBlank())
                .forEach(codes::add);
        Request.RequestedConsent consent = request.consent();
        if (consent != null) {
            codes.addAll(consent.recipients());
        }
        return codes;
    }

    private static String at(String id, String section) {
        return "/c/" + id + "/request/" + section;
    }
}
