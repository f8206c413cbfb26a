package jp.tsunagi.staff;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.account.AccountEntry;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.agency.Agencies;
import jp.tsunagi.agency.Agency;
import jp.tsunagi.document.CsvFile;
import jp.tsunagi.page.FormPost;
import jp.tsunagi.page.Forms;
import jp.tsunagi.shared.TimeConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The yearly review of accounts: each is confirmed, or opened to be closed; and the list as a table to print. */
@Controller
class AccountReviewPages {

    private static final List<String> HEADS =
            List.of("login", "name", "agency", "section", "roles", "last", "reviewed", "due");

    private final AccountReviews reviews;
    private final Agencies agencies;
    private final MessageSource messages;
    private final Forms forms;

    AccountReviewPages(AccountReviews reviews, Agencies agencies, MessageSource messages, Forms forms) {
        this.reviews = reviews;
        this.agencies = agencies;
        this.messages = messages;
        this.forms = forms;
    }

    @GetMapping("/administration/review")
    String list(@CurrentOfficer Officer officer, FormPost form, Model model) {
        List<AccountReviews.Line> lines = reviews.lines(officer);
        model.addAttribute("lines", lines);
        model.addAttribute(
                "waits", lines.stream().filter(AccountReviews.Line::waits).count());
        return "staff/review";
    }

    @PostMapping("/administration/review/{account}")
    String confirm(@CurrentOfficer Officer officer, @PathVariable String account, FormPost form, Model model) {
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    reviews.confirm(new AccountId(account), officer);
                    return form.done("/administration/review", "yearly.confirmed");
                },
                () -> list(officer, form, model));
    }

    @GetMapping("/administration/review.csv")
    ResponseEntity<byte[]> table(@CurrentOfficer Officer officer) {
        List<AccountReviews.Line> lines = reviews.lines(officer);
        reviews.takenOut(officer);
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADS.stream().map(head -> text("yearly.column." + head)).toList());
        lines.forEach(line -> rows.add(cells(line)));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"accounts.csv\"")
                .body(CsvFile.of(rows));
    }

    private List<String> cells(AccountReviews.Line line) {
        AccountEntry account = line.account();
        return Stream.of(
                        account.login(),
                        account.name(),
                        agencies.find(account.agency()).map(Agency::name).orElse(account.agency()),
                        account.section(),
                        account.roles().stream()
                                .map(role -> text("role." + role))
                                .sorted()
                                .collect(Collectors.joining("・")),
                        day(account.lastSignIn()),
                        day(line.reviewed()),
                        line.due().toString())
                .toList();
    }

    private static String day(@Nullable Instant at) {
        return at == null
                ? ""
                : at.atZone(TimeConfiguration.JAPAN).toLocalDate().toString();
    }

    private String text(String key) {
        return messages.getMessage(key, null, Locale.JAPANESE);
    }
}
