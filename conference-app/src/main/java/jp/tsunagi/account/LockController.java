package jp.tsunagi.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The locked screen (S02): neutral, and opened by the password of whoever locked it. */
@Controller
class LockController {

    private final ScreenLock lock;

    LockController(ScreenLock lock) {
        this.lock = lock;
    }

    @GetMapping("/lock")
    String locked(HttpServletRequest request, Model model) {
        if (!lock.closes(request)) {
            return "redirect:/";
        }
        model.addAttribute("failed", false);
        return "account/lock";
    }

    @PostMapping("/lock")
    String open(
            @CurrentOfficer Officer officer,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String returnTo = lock.open(request, officer, password);
        if (returnTo != null) {
            return "redirect:" + returnTo;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("failed", true);
        return "account/lock";
    }

    /** Locks by hand; where somebody leaves in haste, what is seen next is a calendar. */
    @PostMapping("/lock/now")
    String lockNow(
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(defaultValue = "") String field,
            @RequestParam(defaultValue = "false") boolean leave,
            HttpServletRequest request) {
        lock.lock(request, page, field);
        return leave ? "redirect:/a" : "redirect:/lock";
    }
}
