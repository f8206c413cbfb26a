package jp.tsunagi.protection;

import java.util.Set;

/**
 * What one viewer may see of one conference at this moment.
 *
 * @param shown the classes; every other is hidden
 * @param withheldFields fields that are hidden although their class is shown
 * @param withheldItems items of which marked passages are taken out of free texts, see {@link Passages}
 * @param marksShown whether free texts are shown as typed, marks included: to those who write and examine them
 */
public record Grants(Set<FieldClass> shown, Set<String> withheldFields, Set<String> withheldItems, boolean marksShown) {

    public Grants {
        shown = Set.copyOf(shown);
        withheldFields = Set.copyOf(withheldFields);
        withheldItems = Set.copyOf(withheldItems);
    }

    public boolean shows(FieldClass fieldClass) {
        return shown.contains(fieldClass);
    }
}
