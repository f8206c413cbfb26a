package jp.tsunagi.protection;

import java.util.HashSet;
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

    /** The same for words of the viewer's own agency: nobody is kept from what they wrote themselves, marks included. */
    public Grants asTyped() {
        return new Grants(shown, Set.of(), Set.of(), true);
    }

    /** What two viewers may both see: what this one is shown, without the classes hidden from the other. */
    public Grants within(Grants other) {
        Set<FieldClass> both = new HashSet<>(shown);
        both.retainAll(other.shown());
        Set<String> fields = new HashSet<>(withheldFields);
        fields.addAll(other.withheldFields());
        Set<String> items = new HashSet<>(withheldItems);
        items.addAll(other.withheldItems());
        return new Grants(both, fields, items, marksShown && other.marksShown());
    }

    /** Items whose marked passages this viewer does not read: what she withholds, and where she is. */
    Set<String> takenOut() {
        if (shows(FieldClass.LOCATION)) {
            return withheldItems;
        }
        Set<String> items = new HashSet<>(withheldItems);
        items.add(Passages.WHEREABOUTS);
        return items;
    }

    public boolean shows(FieldClass fieldClass) {
        return shown.contains(fieldClass);
    }
}
