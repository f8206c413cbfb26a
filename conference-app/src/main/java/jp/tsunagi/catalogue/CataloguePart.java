package jp.tsunagi.catalogue;

import java.util.List;

/**
 * The measures of one pillar.
 *
 * @param note for whoever chooses: that the support depends neither on registration, nor on divorce, nor on sex
 */
public record CataloguePart(Pillar pillar, String note, List<CatalogueEntry> measures) {

    public CataloguePart {
        measures = List.copyOf(measures);
    }
}
