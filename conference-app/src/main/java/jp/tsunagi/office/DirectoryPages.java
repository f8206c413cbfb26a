package jp.tsunagi.office;

import java.util.Arrays;
import jp.tsunagi.account.BrokerCredentials;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.Role;
import jp.tsunagi.agency.Agencies;
import jp.tsunagi.agency.Agency;
import jp.tsunagi.agency.AgencyDraft;
import jp.tsunagi.agency.AgencyKind;
import jp.tsunagi.agency.Reach;
import jp.tsunagi.page.FormPost;
import jp.tsunagi.page.FormReader;
import jp.tsunagi.page.Forms;
import jp.tsunagi.page.Typed;
import jp.tsunagi.shared.Paging;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The directory (S44): everybody who is signed in reads the public contact windows, administrators keep it. */
@Controller
class DirectoryPages {

    private static final int ON_A_PAGE = 25;

    private final Agencies agencies;
    private final BrokerCredentials gateways;
    private final FormReader reader;
    private final Forms forms;

    DirectoryPages(Agencies agencies, BrokerCredentials gateways, FormReader reader, Forms forms) {
        this.agencies = agencies;
        this.gateways = gateways;
        this.reader = reader;
        this.forms = forms;
    }

    /** The text is the name of an office, which may stand in an address. */
    @GetMapping("/directory")
    String search(
            @CurrentOfficer Officer officer,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        Paging paging = Paging.of(page, ON_A_PAGE);
        AgencyKind wanted = kind(kind);
        model.addAttribute("found", agencies.search(text, wanted, paging.page(), paging.size()));
        model.addAttribute("text", text);
        model.addAttribute("kind", wanted);
        model.addAttribute("kinds", AgencyKind.values());
        model.addAttribute("size", ON_A_PAGE);
        model.addAttribute("keeps", officer.is(Role.ADMINISTRATOR));
        return "office/directory";
    }

    @GetMapping("/directory/new")
    String blank(@CurrentOfficer Officer officer, FormPost form, Model model) {
        requireAdministrator(officer);
        return forms.open(form, officer, model, "", Typed::nothing, form(model, null));
    }

    @PostMapping("/directory/new")
    String add(@CurrentOfficer Officer officer, FormPost form, Model model) {
        requireAdministrator(officer);
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    AgencyDraft draft =
                            reader.read(form.typed(), AgencyDraft.class).orRefuse();
                    Agency added = agencies.add(draft, actor(officer));
                    return form.done("/directory/" + added.id(), "directory.saved");
                },
                () -> form(model, null));
    }

    @GetMapping("/directory/{code}")
    String show(@CurrentOfficer Officer officer, @PathVariable String code, Model model) {
        show(there(code), officer, model);
        return "office/agency";
    }

    @GetMapping("/directory/{code}/change")
    String open(@CurrentOfficer Officer officer, @PathVariable String code, FormPost form, Model model) {
        requireAdministrator(officer);
        Agency agency = there(code);
        return forms.open(
                form, officer, model, String.valueOf(agency.version()), () -> typed(agency), form(model, agency));
    }

    @PostMapping("/directory/{code}/change")
    String change(@CurrentOfficer Officer officer, @PathVariable String code, FormPost form, Model model) {
        requireAdministrator(officer);
        Agency agency = there(code);
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    AgencyDraft typed =
                            reader.read(form.typed(), AgencyDraft.class).orRefuse();
                    agencies.replace(agency.code(), asTyped(typed, form), actor(officer));
                    return form.done("/directory/" + code, "directory.saved");
                },
                () -> {
                    // Told that another was faster, one saves again over what is there now.
                    model.addAttribute("newest", agency.version());
                    return form(model, agency);
                });
    }

    @PostMapping("/directory/{code}/deactivation")
    String deactivate(@CurrentOfficer Officer officer, @PathVariable String code, FormPost form, Model model) {
        requireAdministrator(officer);
        Agency agency = there(code);
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    agencies.deactivate(agency.code(), actor(officer));
                    return form.done("/directory/" + code, "directory.stopped");
                },
                () -> {
                    show(agency, officer, model);
                    return "office/agency";
                });
    }

    /** Shown in the answer itself, this once, and kept nowhere: not in the session either. */
    @PostMapping("/directory/{code}/gateway-password")
    String rotate(@CurrentOfficer Officer officer, @PathVariable String code, FormPost form, Model model) {
        requireAdministrator(officer);
        Agency agency = there(code);
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    model.addAttribute("gatewayPassword", gateways.rotate(agency.code(), actor(officer)));
                    model.addAttribute("agency", agency);
                    return "office/gateway-password";
                },
                () -> {
                    show(agency, officer, model);
                    return "office/agency";
                });
    }

    private void show(Agency agency, Officer officer, Model model) {
        boolean keeps = officer.is(Role.ADMINISTRATOR);
        model.addAttribute("agency", agency);
        model.addAttribute("keeps", keeps);
        model.addAttribute("connected", keeps && gateways.gateway(agency.code()).isPresent());
    }

    private static String form(Model model, @Nullable Agency agency) {
        model.addAttribute("agency", agency);
        model.addAttribute("kinds", AgencyKind.values());
        model.addAttribute("reaches", Reach.values());
        return "office/agency-form";
    }

    private Agency there(String code) {
        return agencies.find(code).orElseThrow(Refusal::notFound);
    }

    private static Typed typed(Agency agency) {
        Typed typed = Forms.typed(new AgencyDraft(
                agency.id(),
                agency.name(),
                agency.kana(),
                agency.kind(),
                null,
                agency.contactWindow(),
                agency.subprefecture(),
                agency.reachableBy(),
                agency.runsGateway(),
                agency.active(),
                null));
        return typed.with("sections", String.join("\n", agency.sections()));
    }

    /** On the form an empty box says no; absent in a body, it would say as usual. */
    private static AgencyDraft asTyped(AgencyDraft typed, FormPost form) {
        long version;
        try {
            version = Long.parseLong(form.base());
        } catch (NumberFormatException e) {
            throw Refusal.conflict("version.stale");
        }
        return new AgencyDraft(
                typed.code(),
                typed.name(),
                typed.kana(),
                typed.kind(),
                typed.sections(),
                typed.contactWindow(),
                typed.subprefecture(),
                typed.reachableBy(),
                form.typed().has("runsGateway", true),
                form.typed().has("active", true),
                version);
    }

    private static @Nullable AgencyKind kind(String kind) {
        return Arrays.stream(AgencyKind.values())
                .filter(known -> known.name().equals(kind))
                .findFirst()
                .orElse(null);
    }

    private static void requireAdministrator(Officer officer) {
        if (!officer.is(Role.ADMINISTRATOR)) {
            throw Refusal.notFound();
        }
    }

    private static String actor(Officer officer) {
        return officer.id().value();
    }
}
