package jp.tsunagi.staff;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.account.AccountReach;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.NewAccount;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Invitations, resets and the yearly review, for administrators; the confirmation of a reset also for the director. */
@RestController
@RequestMapping("/api/v1")
class StaffController {

    private final Inviting inviting;
    private final Resetting resetting;
    private final Admissions admissions;
    private final AccountReviews reviews;

    StaffController(Inviting inviting, Resetting resetting, Admissions admissions, AccountReviews reviews) {
        this.inviting = inviting;
        this.resetting = resetting;
        this.admissions = admissions;
        this.reviews = reviews;
    }

    /** What waits for its person or, of a reset, for the second one. */
    @GetMapping("/invitations")
    Waiting invitations(@CurrentOfficer Officer administrator) {
        return new Waiting(admissions.waiting(AccountReach.of(administrator)).stream()
                .filter(admission -> admission.kind() == Admission.Kind.INVITATION)
                .map(WaitingEntry::of)
                .toList());
    }

    @PostMapping("/invitations")
    ResponseEntity<Handed> invite(
            @CurrentOfficer Officer administrator,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody NewAccount wanted) {
        Handed handed = Handed.of(inviting.invite(wanted, administrator, key));
        return ResponseEntity.created(URI.create("/api/v1/invitations/" + handed.id()))
                .body(handed);
    }

    @PostMapping("/invitations/{id}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdrawInvitation(@CurrentOfficer Officer administrator, @PathVariable String id) {
        inviting.withdraw(id, administrator);
    }

    /** Those that this officer may confirm. */
    @GetMapping("/resets")
    Waiting resets(@CurrentOfficer Officer officer) {
        if (!officer.is(Role.DIRECTOR)) {
            AccountReach.of(officer);
        }
        return new Waiting(
                resetting.toConfirm(officer).stream().map(WaitingEntry::of).toList());
    }

    @PostMapping("/accounts/{id}/reset")
    @ResponseStatus(HttpStatus.CREATED)
    WaitingEntry ask(@CurrentOfficer Officer officer, @PathVariable String id, @RequestBody Asking asking) {
        return WaitingEntry.of(resetting.ask(new AccountId(id), asking.reason(), officer));
    }

    @PostMapping("/resets/{id}/confirmation")
    Handed confirm(@CurrentOfficer Officer officer, @PathVariable String id) {
        return Handed.of(resetting.confirm(id, officer));
    }

    @PostMapping("/resets/{id}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdrawReset(@CurrentOfficer Officer officer, @PathVariable String id) {
        resetting.withdraw(id, officer);
    }

    @GetMapping("/account-reviews")
    ReviewList reviews(@CurrentOfficer Officer administrator) {
        return new ReviewList(
                reviews.lines(administrator).stream().map(Reviewed::of).toList());
    }

    @PostMapping("/accounts/{id}/review")
    Reviewed review(@CurrentOfficer Officer administrator, @PathVariable String id) {
        return Reviewed.of(reviews.confirm(new AccountId(id), administrator));
    }

    /** Where a way in leads, for the person who is to have it. */
    static String link(String token) {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path(EntryPages.PATH + "/" + token)
                .toUriString();
    }

    /** @param reason how the person was recognised */
    record Asking(@Nullable String reason) {

        @Override
        public String toString() {
            return "Asking";
        }
    }

    /** @param code to be told on another way than the link */
    record Handed(String id, String login, String link, String code, Instant until) {

        static Handed of(Inviting.Made made) {
            Admission admission = made.admission();
            return new Handed(
                    admission.id(),
                    admission.login(),
                    StaffController.link(made.handed().token()),
                    made.handed().code(),
                    admission.until());
        }

        @Override
        public String toString() {
            return "Handed";
        }
    }

    record WaitingEntry(
            String id,
            String state,
            String account,
            String login,
            String name,
            String agency,
            String section,
            Set<Role> roles,
            @Nullable String reason,
            String askedBy,
            Instant asked,
            Instant until) {

        static WaitingEntry of(Admission admission) {
            return new WaitingEntry(
                    admission.id(),
                    admission.state().name(),
                    admission.account().value(),
                    admission.login(),
                    admission.name(),
                    admission.agency().value(),
                    admission.section(),
                    admission.roles(),
                    admission.reason(),
                    admission.askedBy().value(),
                    admission.asked(),
                    admission.until());
        }
    }

    record Waiting(List<WaitingEntry> items) {}

    record Reviewed(
            String account,
            String login,
            String agency,
            @Nullable Instant lastSignIn,
            @Nullable Instant reviewed,
            LocalDate due,
            boolean waits) {

        static Reviewed of(AccountReviews.Line line) {
            return new Reviewed(
                    line.account().id(),
                    line.account().login(),
                    line.account().agency(),
                    line.account().lastSignIn(),
                    line.reviewed(),
                    line.due(),
                    line.waits());
        }
    }

    record ReviewList(List<Reviewed> items) {}
}
