package jp.tsunagi.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import jp.tsunagi.shared.Refusal;
import jp.tsunagi.shared.TimeConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where one is signed in, below the settings; the other places are ended by the password. */
@Controller
@RequestMapping(SessionPages.PATH)
class SessionPages {

    static final String PATH = "/settings/sessions";

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final OpenSessions sessions;
    private final Doorstep doorstep;
    private final Administration administration;

    SessionPages(OpenSessions sessions, Doorstep doorstep, Administration administration) {
        this.sessions = sessions;
        this.doorstep = doorstep;
        this.administration = administration;
    }

    @Configuration(proxyBeanMethods = false)
    static class Opened {

        @Bean
        SignedInPages pagesOfSessions() {
            return SignedInPages.of(PATH, PATH + "/*");
        }
    }

    /** As the page says it. */
    record Line(String began, String seen, boolean own) {

        static Line of(OpenSessions.Open open) {
            return new Line(minute(open.began()), minute(open.seen()), open.own());
        }

        private static String minute(Instant at) {
            return LocalDateTime.ofInstant(at, TimeConfiguration.JAPAN).format(MINUTE);
        }
    }

    @GetMapping
    String list(@CurrentOfficer Officer officer, HttpServletRequest request, Model model) {
        return show(officer, false, request, model);
    }

    @PostMapping("/end")
    String end(
            @CurrentOfficer Officer officer,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (!officer.person()) {
            throw Refusal.notFound();
        }
        if (!doorstep.isPassword(request, officer, password)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(officer, true, request, model);
        }
        administration.audited(
                "account.sessions-ended", officer.id().value(), officer.id().value(), List.of(), () -> {
                    sessions.end(officer.id());
                    return officer;
                });
        doorstep.goOn(officer, request, response);
        return "redirect:" + PATH;
    }

    private String show(Officer officer, boolean failed, HttpServletRequest request, Model model) {
        model.addAttribute("failed", failed);
        model.addAttribute(
                "sessions",
                sessions.of(officer.id(), request.getSession()).stream()
                        .map(Line::of)
                        .toList());
        return "account/sessions";
    }
}
