package jp.tsunagi.agency;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import jp.tsunagi.shared.FieldProblem;
import jp.tsunagi.shared.Paging;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The directory over HTTP: everybody who is signed in reads it, administrators change it. */
@RestController
@RequestMapping("/api/v1/agencies")
class AgencyController {

    private final Agencies agencies;

    AgencyController(Agencies agencies) {
        this.agencies = agencies;
    }

    @GetMapping
    DirectoryPage search(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "25") int size) {
        Paging paging = Paging.of(page, size);
        Agencies.Page found = agencies.search(text, kind(kind), paging.page(), paging.size());
        return new DirectoryPage(found.items().stream().map(DirectoryEntry::of).toList(), found.page(), found.total());
    }

    @GetMapping("/{code}")
    DirectoryEntry read(@PathVariable String code) {
        return DirectoryEntry.of(agencies.find(code).orElseThrow(Refusal::notFound));
    }

    @PostMapping
    ResponseEntity<DirectoryEntry> add(
            @RequestBody AgencyDraft draft, HttpServletRequest request, Principal administrator) {
        requireAdministrator(request);
        DirectoryEntry entry = DirectoryEntry.of(agencies.add(draft, administrator.getName()));
        return ResponseEntity.created(URI.create("/api/v1/agencies/" + entry.code()))
                .body(entry);
    }

    @PutMapping("/{code}")
    DirectoryEntry replace(
            @PathVariable String code,
            @RequestBody AgencyDraft draft,
            HttpServletRequest request,
            Principal administrator) {
        requireAdministrator(request);
        return DirectoryEntry.of(agencies.replace(codeOf(code), draft, administrator.getName()));
    }

    @PostMapping("/{code}/deactivation")
    DirectoryEntry deactivate(@PathVariable String code, HttpServletRequest request, Principal administrator) {
        requireAdministrator(request);
        return DirectoryEntry.of(agencies.deactivate(codeOf(code), administrator.getName()));
    }

    private static void requireAdministrator(HttpServletRequest request) {
        if (!request.isUserInRole("ADMINISTRATOR")) {
            throw Refusal.notFound();
        }
    }

    private static AgencyCode codeOf(String code) {
        if (!AgencyCode.isCode(code)) {
            throw Refusal.notFound();
        }
        return new AgencyCode(code);
    }

    private static @Nullable AgencyKind kind(@Nullable String kind) {
        if (kind == null || kind.isEmpty()) {
            return null;
        }
        try {
            return AgencyKind.valueOf(kind);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("agency.invalid", FieldProblem.of("kind", "choice"));
        }
    }

    record DirectoryPage(List<DirectoryEntry> items, int page, long total) {}

    record DirectoryEntry(
            String code,
            String name,
            String kana,
            AgencyKind kind,
            List<String> sections,
            String contactWindow,
            @Nullable String subprefecture,
            Reach reachableBy,
            boolean runsGateway,
            boolean active,
            long version) {

        static DirectoryEntry of(Agency agency) {
            return new DirectoryEntry(
                    agency.id(),
                    agency.name(),
                    agency.kana(),
                    agency.kind(),
                    agency.sections(),
                    agency.contactWindow(),
                    agency.subprefecture(),
                    agency.reachableBy(),
                    agency.runsGateway(),
                    agency.active(),
                    agency.version());
        }
    }
}
