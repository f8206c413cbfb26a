package jp.tsunagi.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is seen instead of any other page while the person herself is there: neutral, and ended by the password. */
@Controller
class TogetherController {

    private final TogetherMode together;

    TogetherController(TogetherMode together) {
        this.together = together;
    }

    @GetMapping("/together")
    String closed(HttpServletRequest request, Model model) {
        Optional<String> page = together.page(request);
        if (page.isEmpty()) {
            return "redirect:/";
        }
        return show(page.get(), false, model);
    }

    @PostMapping("/together")
    String end(
            @CurrentOfficer Officer officer,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<String> page = together.page(request);
        if (page.isEmpty()) {
            return "redirect:/";
        }
        Optional<String> after = together.end(request, officer, password);
        if (after.isPresent()) {
            return "redirect:" + after.get();
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(page.get(), true, model);
    }

    private static String show(String page, boolean failed, Model model) {
        model.addAttribute("page", page);
        model.addAttribute("failed", failed);
        return "account/together";
    }
}
