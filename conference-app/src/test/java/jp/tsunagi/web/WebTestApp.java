package jp.tsunagi.web;

import com.mongodb.MongoTimeoutException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import jp.tsunagi.shared.FieldProblem;
import jp.tsunagi.shared.Refusal;
import jp.tsunagi.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The module by itself, around a controller that does little and fails in every way. */
@TestConfiguration(proxyBeanMethods = false)
@Import({WebConfiguration.class, ApiDescription.class})
@ImportAutoConfiguration({
    JacksonAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class
})
class WebTestApp {

    enum Factor {
        DV_ABUSE,
        ECONOMIC
    }

    record Slot(@Nullable LocalDate date, @Nullable LocalTime start, @Nullable String note) {}

    record Call(
            @Nullable String name,
            @Nullable Integer guidelineItem,
            @Nullable Boolean urgent,
            @Nullable Factor factor,
            @Nullable LocalDate birthDate,
            @Nullable LocalDateTime startsAt,
            @Nullable List<Slot> preferredSlots,
            @Nullable Weight weight,
            @Nullable Integer count) {}

    record Weight(int value) {}

    record Checked(@NotBlank @Nullable String name, @Size(max = 3) @Nullable String note) {}

    @Controller
    static class Page {

        @GetMapping("/page")
        String page() {
            throw Refusal.conflict("state.not-possible");
        }
    }

    @RestController
    static class Calls {

        @PostMapping("/api/v1/calls")
        Call echo(
                @RequestBody Call call,
                @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key) {
            return call;
        }

        @PostMapping("/api/v1/checked")
        Checked checked(@RequestBody @Valid Checked checked) {
            return checked;
        }

        @GetMapping("/api/v1/checked")
        Checked counted(@RequestParam @Min(0) int page) {
            return new Checked(null, null);
        }

        @PutMapping("/api/v1/calls/{number}")
        Map<String, Integer> numbered(@PathVariable int number) {
            return Map.of("number", number);
        }

        @GetMapping("/api/v1/calls")
        Map<String, String> list(
                @RequestParam LocalDate from,
                @RequestParam(defaultValue = "0") int page,
                @RequestParam(defaultValue = "false") boolean unread,
                @RequestParam(required = false) @Nullable Factor factor) {
            return Map.of("from", from.toString());
        }

        @GetMapping("/api/v1/failures/{kind}")
        String fail(@PathVariable String kind) throws Exception {
            throw switch (kind) {
                case "hidden", "absent" -> Refusal.notFound();
                case "denied" -> new AccessDeniedException("no");
                case "forbidden" -> Refusal.forbidden("decision.self-approval");
                case "conflict" -> Refusal.conflict("consent.not-valid");
                case "gone" -> refused(Refusal.Kind.GONE);
                case "malformed" -> refused(Refusal.Kind.MALFORMED);
                case "too-large" -> refused(Refusal.Kind.TOO_LARGE);
                case "unavailable" -> Refusal.unavailable("audit.unavailable");
                case "invalid" ->
                    Refusal.invalid(
                            "request.incomplete",
                            FieldProblem.of("name", "required"),
                            FieldProblem.of("currentSituation", "too-long", 4000, 4128),
                            FieldProblem.of("participants[0].agency", "not-consented"));
                case "database" -> new IllegalStateException("架空 花子", new MongoTimeoutException("10.0.0.1"));
                default -> new IllegalStateException("架空 花子", new IllegalArgumentException("札幌市中央区"));
            };
        }

        private static Refused refused(Refusal.Kind kind) {
            return new Refused(new Refusal("consent.not-valid", kind, List.of()));
        }
    }
}
