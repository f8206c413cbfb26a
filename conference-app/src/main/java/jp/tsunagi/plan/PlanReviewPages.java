package jp.tsunagi.plan;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.Commands;
import jp.tsunagi.conference.ConferenceBar;
import jp.tsunagi.page.FormPost;
import jp.tsunagi.page.FormReader;
import jp.tsunagi.page.Forms;
import jp.tsunagi.page.Typed;
import jp.tsunagi.protection.Projection;
import jp.tsunagi.shared.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Looking at the plan again with her (S36): what she wanted beside what she wants, and how far everything has come. */
@Controller
class PlanReviewPages {

    private final Reviews reviews;
    private final PlanReading reading;
    private final ConferenceBar bar;
    private final Commands commands;
    private final FormReader reader;
    private final Forms forms;

    PlanReviewPages(
            Reviews reviews,
            PlanReading reading,
            ConferenceBar bar,
            Commands commands,
            FormReader reader,
            Forms forms) {
        this.reviews = reviews;
        this.reading = reading;
        this.bar = bar;
        this.commands = commands;
        this.reader = reader;
        this.forms = forms;
    }

    @GetMapping("/c/{id}/plan/review")
    String review(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        String view = show(id, officer, model);
        return forms.open(form, officer, model, "", Typed::nothing, view);
    }

    @PostMapping("/c/{id}/plan/review")
    String record(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        String caseId = bar.show(id, officer, model);
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    Reviews.Recorded review =
                            reader.read(form.typed(), Reviews.Recorded.class).orRefuse();
                    reviews.record(
                            caseId,
                            review,
                            form.base(),
                            commands.of(officer, form.key(), "plan.review", caseId, review));
                    return review.then() == Reviews.Then.NEW_VERSION
                            ? form.done("/c/" + id + "/plan/edit", "planReview.begun")
                            : form.done("/c/" + id + "/plan", "planReview.saved");
                },
                () -> show(id, officer, model));
    }

    private String show(String id, Officer officer, Model model) {
        String caseId = bar.show(id, officer, model);
        Command command = commands.reading(officer);
        if (!reviews.may(caseId, command)) {
            throw Refusal.notFound();
        }
        Projection plan = reading.inForce(caseId, command).orElseThrow(Refusal::notFound);
        model.addAttribute("plan", plan.shown());
        model.addAttribute(
                "lastWishes", lastWishes(plan, reading.reviews(caseId, command).reviews()));
        // After somebody else was first, what is typed is sent once more on what is there now.
        model.addAttribute("newest", reviews.base(caseId, command));
        model.addAttribute("participations", PlanContent.Participation.values());
        model.addAttribute("evaluations", ReviewRecord.Evaluation.values());
        model.addAttribute("thens", Reviews.Then.values());
        return "plan/review";
    }

    private static Object lastWishes(Projection plan, List<Projection> earlier) {
        Map<String, Object> last = earlier.stream()
                .map(Projection::shown)
                .filter(review -> Objects.equals(plan.shown().get("version"), review.get("version")))
                .findFirst()
                .orElse(plan.shown());
        return last.getOrDefault("wishes", "");
    }
}
