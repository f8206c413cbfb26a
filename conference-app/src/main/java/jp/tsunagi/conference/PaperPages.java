package jp.tsunagi.conference;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.Commands;
import jp.tsunagi.document.CaseReviewForm;
import jp.tsunagi.protection.Relation;
import jp.tsunagi.shared.Refusal;
import jp.tsunagi.shared.Refused;
import jp.tsunagi.web.Explanations;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The papers of a conference (S28): which of them this officer can have now, for whom they are, what they leave out. */
@Controller
class PaperPages {

    private static final List<String> KINDS = List.of(
            "case-review-form",
            "convening-notice",
            "agenda",
            "information-sheet",
            "outcome-record",
            "sharing-report",
            "record-views");

    /** Papers of which the Center has one for each invited agency. */
    private static final Set<String> ONE_EACH = Set.of("convening-notice", "information-sheet");

    private final Editions editions;
    private final ConferencePage page;
    private final Desk desk;
    private final Commands commands;
    private final Explanations explanations;

    PaperPages(Editions editions, ConferencePage page, Desk desk, Commands commands, Explanations explanations) {
        this.editions = editions;
        this.page = page;
        this.desk = desk;
        this.commands = commands;
        this.explanations = explanations;
    }

    /**
     * One paper on the list.
     *
     * @param agency whose it is, null for the officer's own edition
     * @param whyNot why it cannot be had now, null where it can
     */
    record Offer(String kind, @Nullable String agency, @Nullable String whyNot) {

        /** Where it is. */
        public String path(String id) {
            return "/c/" + id + "/papers/" + kind + ".pdf" + (agency == null ? "" : "?agency=" + agency);
        }
    }

    @GetMapping("/c/{id}/papers")
    String papers(@CurrentOfficer Officer officer, @PathVariable String id, Model model) {
        Reading.Overview overview = page.show(id, officer, model);
        Command command = commands.reading(officer);
        Standing standing = desk.see(id, command).standing();
        boolean center = standing.is(Relation.CENTER) || standing.is(Relation.DIRECTOR);
        List<Offer> offers = new ArrayList<>();
        for (String kind : KINDS) {
            if (!center || !kind.equals("information-sheet")) {
                offers.add(offer(id, kind, null, command));
            }
            if (center && ONE_EACH.contains(kind)) {
                Shown.of(overview.projection()).list("participants").stream()
                        .flatMap(one -> Stream.ofNullable(one.text("agency")))
                        .forEach(agency -> offers.add(offer(id, kind, agency, command)));
            }
        }
        model.addAttribute("offers", offers);
        model.addAttribute("leftOut", leftOut(overview.projection().withheld()));
        return "conference/papers";
    }

    @GetMapping("/c/{id}/papers/{kind}.pdf")
    ResponseEntity<byte[]> paper(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            @PathVariable String kind,
            @RequestParam(required = false) @Nullable String agency,
            @RequestParam(required = false) @Nullable String save) {
        Editions.Paper paper = editions.make(id, kind, agency, commands.reading(officer));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        "Content-Disposition",
                        (save == null ? "inline" : "attachment") + "; filename=\"" + paper.fileName() + "\"")
                .body(paper.pdf());
    }

    private Offer offer(String id, String kind, @Nullable String agency, Command command) {
        try {
            editions.require(id, kind, agency, command);
            return new Offer(kind, agency, null);
        } catch (Refused refused) {
            if (refused.refusal().kind() == Refusal.Kind.NOT_FOUND) {
                // An auditor knows that the conference is, and reads no papers.
                return new Offer(kind, agency, "");
            }
            return new Offer(
                    kind,
                    agency,
                    explanations.of(refused, LocaleContextHolder.getLocale()).text());
        }
    }

    /** What the form would have a place for and this officer's edition leaves out, by the names of its fields. */
    private static Set<String> leftOut(List<String> withheld) {
        Set<String> names = new LinkedHashSet<>();
        for (String name : withheld) {
            String plain = name.startsWith("outcome.") ? name.substring("outcome.".length()) : name;
            if (CaseReviewForm.FIELDS.contains(plain)) {
                names.add(plain);
            }
        }
        return names;
    }
}
