package jp.tsunagi.plan;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import jp.tsunagi.catalogue.CatalogueEntry;
import jp.tsunagi.page.Typed;

/** Puts measures of the catalogue as new rows below what is typed already. Touches nothing that was there. */
final class CatalogueRows {

    private CatalogueRows() {}

    /** @param agency the code of the agency that is meant; an empty text where the writer has to choose */
    static Typed added(Typed typed, List<CatalogueEntry> chosen, Function<CatalogueEntry, String> agency) {
        Typed longer = typed.withoutBlankRows();
        for (CatalogueEntry entry : chosen) {
            String row = "measures[" + longer.rows("measures") + "].";
            longer = longer.with(row + "area", entry.area())
                    .with(row + "measure", entry.measure())
                    .with(row + "agency", agency.apply(entry))
                    .with(row + "contact", Objects.requireNonNullElse(entry.division(), ""))
                    .with(row + "carryWords", Objects.requireNonNullElse(entry.carryWords(), ""))
                    .with(row + "mustDo", entry.mustDo() ? "true" : "")
                    .with(row + "catalogue", entry.key());
        }
        return longer;
    }
}
