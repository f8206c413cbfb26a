package jp.tsunagi.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagi.account.AccountReach;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.OfficerAuthentication;
import jp.tsunagi.account.Role;
import jp.tsunagi.account.TogetherMode;
import jp.tsunagi.agency.Agencies;
import jp.tsunagi.agency.Agency;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What stands around every page: who is signed in, where one can go, and how much waits there. */
@ControllerAdvice
class PageFrame {

    private static final int MOST_SHOWN = 99;

    private final Agencies agencies;
    private final List<NavigationCount> counts;
    private final List<NavigationPlace> further;
    private final TogetherMode together;
    private final boolean demo;

    PageFrame(
            Agencies agencies,
            List<NavigationCount> counts,
            List<NavigationPlace> further,
            TogetherMode together,
            Environment environment) {
        this.agencies = agencies;
        this.together = together;
        this.counts = List.copyOf(counts);
        this.further = List.copyOf(further);
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    /**
     * The frame of one page.
     *
     * @param path of this page, without query; for the link to the other language and the way back after a lock
     * @param places of the navigation, with their paths
     * @param counts by place; nothing where nothing waits
     * @param hidden whether names and texts are covered on the screen (表示を隠す)
     * @param together whether the person herself sits there (同席モード): then there is nowhere else to go
     */
    record Frame(
            String name,
            String agency,
            boolean demo,
            String path,
            Map<String, String> places,
            Map<String, String> counts,
            boolean hidden,
            boolean together) {}

    @ModelAttribute("frame")
    @Nullable Frame frame(HttpServletRequest request) {
        boolean page = request.getUserPrincipal() instanceof OfficerAuthentication
                && !request.getRequestURI().startsWith(request.getContextPath() + "/api/");
        return page ? of(((OfficerAuthentication) request.getUserPrincipal()).getPrincipal(), request) : null;
    }

    Frame of(Officer officer, HttpServletRequest request) {
        boolean hers = together.page(request).isPresent();
        Map<String, String> waiting = new LinkedHashMap<>();
        for (NavigationCount count : hers ? List.<NavigationCount>of() : counts) {
            long many = count.of(officer);
            if (many > 0) {
                waiting.put(count.place(), many > MOST_SHOWN ? MOST_SHOWN + "+" : String.valueOf(many));
            }
        }
        HttpSession session = request.getSession(false);
        return new Frame(
                officer.name(),
                agencies.find(officer.agency()).map(Agency::name).orElse(""),
                demo,
                request.getRequestURI().substring(request.getContextPath().length()),
                hers ? Map.of() : places(officer),
                waiting,
                session != null && session.getAttribute(ScreenController.HIDDEN) != null,
                hers);
    }

    private Map<String, String> places(Officer officer) {
        boolean works = officer.is(Role.COUNSELLOR)
                || officer.is(Role.CENTER_STAFF)
                || officer.is(Role.DIRECTOR)
                || officer.is(Role.PARTICIPANT);
        Map<String, String> places = new LinkedHashMap<>();
        places.put("home", "/");
        if (officer.is(Role.CENTER_STAFF) || officer.is(Role.DIRECTOR)) {
            places.put("desk", "/desk");
        }
        if (works || officer.is(Role.AUDITOR)) {
            places.put("cases", "/cases");
        }
        if (works) {
            places.put("schedule", "/schedule");
            places.put("tasks", "/tasks");
        }
        further.stream()
                .filter(place -> place.isFor(officer))
                .forEach(place -> places.put(place.place(), place.path()));
        places.put("directory", "/directory");
        if (officer.is(Role.AUDITOR)) {
            places.put("audit", "/audit");
        }
        if (AccountReach.isAdministrator(officer)) {
            places.put("administration", "/administration");
        }
        places.put("help", "/help");
        return places;
    }
}
