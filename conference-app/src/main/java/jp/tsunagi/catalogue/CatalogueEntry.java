package jp.tsunagi.catalogue;

import java.util.List;
import jp.tsunagi.agency.AgencyKind;
import org.jspecify.annotations.Nullable;

/**
 * One measure that a plan may take over. Nothing in it is about anybody.
 *
 * @param key its own, in every plan that took it over
 * @param area name of the area of the plan
 * @param measure the wording that is put into the plan
 * @param agency the kind of agency that usually does it
 * @param division its usual division or window
 * @param basis articles that somebody has checked; others are not shown
 * @param documents what she brings
 * @param duration how long it usually takes or lasts
 * @param carryWords how it is called on a paper that she carries with her
 * @param mustDo whether the support usually cannot end while it is open
 * @param children what to think of where she has children
 */
public record CatalogueEntry(
        String key,
        String area,
        String title,
        String measure,
        AgencyKind agency,
        @Nullable String division,
        List<String> basis,
        List<String> documents,
        @Nullable String duration,
        @Nullable String carryWords,
        boolean mustDo,
        @Nullable String children) {

    public CatalogueEntry {
        basis = List.copyOf(basis);
        documents = List.copyOf(documents);
    }
}
