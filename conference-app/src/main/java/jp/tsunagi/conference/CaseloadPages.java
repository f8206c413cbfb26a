package jp.tsunagi.conference;

import java.util.LinkedHashMap;
import java.util.Map;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.account.Accounts;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.SignedInPages;
import jp.tsunagi.page.FormPost;
import jp.tsunagi.page.FormReader;
import jp.tsunagi.page.Forms;
import jp.tsunagi.page.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Handing what hangs on a colleague to another one (担当の引き継ぎ). */
@Controller
class CaseloadPages {

    private static final String VIEW = "conference/caseload";

    private final CaseloadHandOver handOver;
    private final Accounts accounts;
    private final FormReader reader;
    private final Forms forms;

    CaseloadPages(CaseloadHandOver handOver, Accounts accounts, FormReader reader, Forms forms) {
        this.handOver = handOver;
        this.accounts = accounts;
        this.reader = reader;
        this.forms = forms;
    }

    /**
     * @param leaving account of whoever hands over
     * @param to login of whoever takes over
     */
    record Handing(@Nullable String leaving, @Nullable String to) {}

    @GetMapping("/caseload")
    String show(@CurrentOfficer Officer officer, FormPost form, Model model) {
        return forms.open(form, officer, model, "", Typed::nothing, fill(officer, model));
    }

    @PostMapping("/caseload")
    String hand(@CurrentOfficer Officer officer, FormPost form, Model model) {
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    Handing handing = reader.read(form.typed(), Handing.class).orRefuse();
                    String leaving = Requesting.requireText("leaving", handing.leaving());
                    int moved = handOver.handOver(new AccountId(leaving), handing.to(), officer, form.key())
                            .moved();
                    return form.done("/caseload", "caseload.done", moved);
                },
                () -> fill(officer, model));
    }

    private String fill(Officer officer, Model model) {
        Map<String, String> takers = new LinkedHashMap<>();
        handOver.takers(officer)
                .forEach(taker -> takers.put(accounts.loginOf(taker.id()).orElse(""), taker.name()));
        model.addAttribute("loads", handOver.loads(officer));
        model.addAttribute("takers", takers);
        return VIEW;
    }

    @Configuration(proxyBeanMethods = false)
    static class Place {

        @Bean
        SignedInPages caseloadIsOpen() {
            return SignedInPages.of("/caseload");
        }
    }
}
