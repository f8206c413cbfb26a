package jp.tsunagi.disclosure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.conference.Directory;
import jp.tsunagi.conference.FieldCheck;
import jp.tsunagi.disclosure.DisclosureForm.Share;
import jp.tsunagi.disclosure.DisclosureForm.Told;
import jp.tsunagi.shared.FieldProblem;
import jp.tsunagi.shared.Refusal;
import jp.tsunagi.shared.TimeConfiguration;
import org.jspecify.annotations.Nullable;

/** What a proposal, a review and the telling must and may say. Finds everything at once, so that one reply mends all. */
final class DisclosureRules {

    private static final String RULE = "disclosure.incomplete";
    private static final int LONGEST_TEXT = 4_000;
    private static final int LONGEST_REASON = 1_000;
    private static final int MOST_AGENCIES = 10;
    private static final int LONGEST_WAIT_DAYS = 90;

    private final Directory directory;
    private final FieldCheck fields;
    private final Bases bases;

    DisclosureRules(Directory directory, Bases bases) {
        this.directory = directory;
        this.fields = new FieldCheck(directory);
        this.bases = bases;
    }

    /**
     * A proposal. Where she said no, only a basis that outlasts it will do, and that she did is stated (domain.md E3, E10):
     * a danger to life or a duty by law does not end with her no, but nobody may act as if she had not said it.
     *
     * @throws jp.tsunagi.shared.Refused {@code disclosure.incomplete}, {@code disclosure.refusal-not-stated}, {@code
     *     disclosure.basis-ends-with-no}, {@code disclosure.agency-blocked}
     */
    void proposed(DisclosureForm form, AgencyCode requesting, Casefile casefile) {
        fields.chosen("basis", form.basis());
        Basis basis = Optional.ofNullable(form.basis()).flatMap(bases::find).orElse(null);
        if (!FieldCheck.isBlank(form.basis()) && basis == null) {
            fields.add("basis", "choose");
        }
        if (basis != null && basis.provision()) {
            fields.required("provision", form.provision());
        }
        fields.text("provision", form.provision(), LONGEST_REASON);
        fields.required("facts", form.facts());
        fields.text("facts", form.facts(), LONGEST_TEXT);
        fields.required("whyNoConsent", form.whyNoConsent());
        fields.text("whyNoConsent", form.whyNoConsent(), LONGEST_TEXT);
        List<Share> shares = Objects.requireNonNullElse(form.shares(), List.of());
        if (shares.isEmpty()) {
            fields.add("shares[0].agency", "choose");
        }
        fields.atMost("shares", shares, MOST_AGENCIES);
        Set<String> named = new HashSet<>();
        fields.each("shares", shares, (path, share) -> share(path, share, requesting, named));
        fields.refuseUnder(RULE);
        saidNo(form, basis, casefile, agencies(shares));
        blocked(shares, casefile);
    }

    private void share(String path, Share share, AgencyCode requesting, Set<String> named) {
        String agency = share.agency();
        fields.namedAgency(path + ".agency", agency);
        if (agency != null && !agency.isBlank()) {
            if (!named.add(agency)) {
                fields.add(path + ".agency", "named-twice");
            }
            if (agency.equals(requesting.value())
                    || agency.equals(directory.center().value())) {
                fields.add(path + ".agency", "knows-already");
            }
        }
        List<Category> categories = Objects.requireNonNullElse(share.categories(), List.of());
        if (categories.isEmpty()) {
            fields.add(path + ".categories", "choose");
        }
        fields.required(path + ".reason", share.reason());
        fields.text(path + ".reason", share.reason(), LONGEST_REASON);
        if (categories.stream().anyMatch(Category::locating)) {
            fields.required(path + ".locationReason", share.locationReason());
        }
        fields.text(path + ".locationReason", share.locationReason(), LONGEST_REASON);
    }

    private static void saidNo(
            DisclosureForm form, @Nullable Basis basis, Casefile casefile, Set<AgencyCode> agencies) {
        if (!casefile.saysNo(agencies)) {
            return;
        }
        if (basis == null || !basis.outlastsNo()) {
            throw Refusal.invalid("disclosure.basis-ends-with-no", FieldProblem.of("basis", "choose"));
        }
        if (!Boolean.TRUE.equals(form.refusalStated())) {
            throw Refusal.invalid("disclosure.refusal-not-stated", FieldProblem.of("refusalStated", "state-refusal"));
        }
    }

    private static void blocked(List<Share> shares, Casefile casefile) {
        for (int i = 0; i < shares.size(); i++) {
            String agency = shares.get(i).agency();
            if (casefile.blocked().stream().anyMatch(entry -> Objects.equals(entry.agency(), agency))) {
                throw Refusal.invalid(
                        "disclosure.agency-blocked", FieldProblem.of("shares[" + i + "].agency", "blocked"));
            }
        }
    }

    static Set<AgencyCode> agencies(List<Share> shares) {
        return shares.stream()
                .map(Share::agency)
                .filter(Objects::nonNull)
                .map(AgencyCode::new)
                .collect(Collectors.toSet());
    }

    /** @return the reason, as it is kept */
    String reason(DisclosureForm.Reason form) {
        fields.required("reason", form.reason());
        fields.text("reason", form.reason(), LONGEST_REASON);
        fields.refuseUnder(RULE);
        return Objects.requireNonNull(form.reason());
    }

    void pledged(DisclosureForm.Pledge form) {
        if (!Boolean.TRUE.equals(form.pledge())) {
            fields.add("pledge", "required");
        }
        fields.chosen("relationToOtherParty", form.relationToOtherParty());
        fields.refuseUnder(RULE);
    }

    void reviewed(DisclosureForm.Review form) {
        fields.chosen("necessary", form.necessary());
        fields.required("necessaryWhy", form.necessaryWhy());
        fields.text("necessaryWhy", form.necessaryWhy(), LONGEST_TEXT);
        fields.chosen("leastKept", form.leastKept());
        fields.required("leastWhy", form.leastWhy());
        fields.text("leastWhy", form.leastWhy(), LONGEST_TEXT);
        fields.required("follows", form.follows());
        fields.text("follows", form.follows(), LONGEST_TEXT);
        fields.refuseUnder(RULE);
    }

    /** @param ended when the disclosure did */
    void told(DisclosureForm.Telling form, Instant ended, LocalDate today) {
        fields.chosen("told", form.told());
        if (form.told() == Told.NOT_SAFE) {
            fields.required("unsafeReason", form.unsafeReason());
            fields.present("lookAgainOn", form.lookAgainOn());
            LocalDate again = form.lookAgainOn();
            if (again != null && !again.isAfter(today)) {
                fields.add("lookAgainOn", "not-before", today.plusDays(1).toString());
            }
            if (again != null && again.isAfter(today.plusDays(LONGEST_WAIT_DAYS))) {
                fields.add(
                        "lookAgainOn",
                        "not-after",
                        today.plusDays(LONGEST_WAIT_DAYS).toString());
            }
        } else if (form.told() != null) {
            LocalDate on = form.toldOn();
            fields.present("toldOn", on);
            LocalDate first = LocalDate.ofInstant(ended, TimeConfiguration.JAPAN);
            if (on != null && on.isAfter(today)) {
                fields.add("toldOn", "not-future");
            }
            if (on != null && on.isBefore(first)) {
                fields.add("toldOn", "not-before", first.toString());
            }
        }
        fields.text("unsafeReason", form.unsafeReason(), LONGEST_REASON);
        fields.refuseUnder(RULE);
    }
}
