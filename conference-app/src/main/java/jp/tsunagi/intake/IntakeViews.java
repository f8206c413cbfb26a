package jp.tsunagi.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.catalogue.Catalogue;
import jp.tsunagi.catalogue.CatalogueEntry;
import jp.tsunagi.intake.IntakeRecord.By;
import jp.tsunagi.intake.IntakeRecord.Grant;
import jp.tsunagi.intake.IntakeRecord.Procedure;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An intake sheet as the API tells it, before the policy. */
@Component
class IntakeViews {

    private final Catalogue catalogue;

    IntakeViews(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** To those who keep it. @param listVersion of the list; both are 0 before the first word */
    record TeamView(
            @Classified(FieldClass.OPERATION) int version,
            @Classified(FieldClass.OPERATION) int listVersion,
            @Classified(FieldClass.OPERATION) @Nullable Instant writtenAt,
            @Classified(FieldClass.STAFF) @Nullable String writtenBy,
            SheetParts parts,
            @Classified(FieldClass.CONSENT) List<GivenView> divisions,
            @Classified(FieldClass.NARRATIVE) List<ProcedureView> procedures) {}

    /** @param holds whether the section still has it */
    record GivenView(
            String id,
            String division,
            List<IntakePart> parts,
            boolean withName,
            LocalDate agreedOn,
            String toldBy,
            String givenBy,
            Instant givenAt,
            boolean holds,
            @Nullable Instant endedAt) {}

    /** To a section: what it has, by the names of the other view. @param code by which its officers talk of it */
    record DivisionView(
            @Classified(FieldClass.OPERATION) String id,
            @Classified(FieldClass.OPERATION) String code,
            @Classified(FieldClass.AGENCY) String agency,
            @Classified(FieldClass.AGENCY) String division,
            @Classified(FieldClass.OPERATION) Instant givenAt,
            @Classified(FieldClass.IDENTITY) @Nullable String name,
            SheetParts parts,
            @Classified(FieldClass.NARRATIVE) List<ProcedureView> procedures) {}

    /** @param basis articles and usual duration as the catalogue says them today; for those alone who keep the sheet */
    record ProcedureView(
            String id,
            @Nullable String catalogue,
            int visit,
            String procedure,
            String division,
            List<String> documents,
            @Nullable String note,
            @Nullable String carryWords,
            List<String> basis,
            @Nullable String duration,
            boolean done,
            @Nullable Instant doneAt,
            @Nullable String doneBy) {}

    TeamView team(IntakeDesk.Kept kept) {
        IntakeRecord sheet = kept.sheet().record();
        By by = sheet.writtenBy();
        return new TeamView(
                sheet.edition(),
                sheet.listEdition(),
                by == null ? null : by.at(),
                by == null ? null : by.name(),
                sheet.parts(),
                sheet.grants().stream()
                        .map(grant -> given(grant, grant.holds(kept.casefile())))
                        .toList(),
                rows(sheet.procedures(), true));
    }

    DivisionView division(IntakeDesk.Given given, @Nullable String name) {
        IntakeRecord sheet = given.sheet().record();
        String division = given.grant().division();
        return new DivisionView(
                sheet.id(),
                sheet.code(),
                sheet.agency().value(),
                division,
                given.grant().givenAt(),
                name,
                sheet.parts(),
                rows(sheet.of(division), false));
    }

    private static GivenView given(Grant grant, boolean holds) {
        return new GivenView(
                grant.id(),
                grant.division(),
                grant.parts().stream().sorted().toList(),
                grant.withName(),
                grant.agreedOn(),
                grant.toldBy(),
                grant.by().name(),
                grant.givenAt(),
                holds,
                grant.endedAt());
    }

    /** In the order of her visit. @param team whether all is said of them, or what their section does alone */
    private List<ProcedureView> rows(List<Procedure> rows, boolean team) {
        return rows.stream()
                .sorted(Comparator.comparingInt(Procedure::visit))
                .map(row -> row(row, team))
                .toList();
    }

    private ProcedureView row(Procedure row, boolean team) {
        // The article that a measure rests on tells a section what she never said to it.
        @Nullable String key = team ? row.catalogue() : null;
        Optional<CatalogueEntry> entry = Optional.ofNullable(key).flatMap(catalogue::find);
        By done = row.done();
        return new ProcedureView(
                row.id(),
                key,
                row.visit(),
                row.procedure(),
                row.division(),
                row.documents(),
                row.note(),
                team ? row.carryWords() : null,
                entry.map(CatalogueEntry::basis).orElse(List.of()),
                entry.map(CatalogueEntry::duration).orElse(null),
                done != null,
                done == null ? null : done.at(),
                done == null || !team ? null : done.name());
    }
}
