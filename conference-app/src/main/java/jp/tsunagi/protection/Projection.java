package jp.tsunagi.protection;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A record as one viewer may see it: what is shown by name, and the names of what is withheld. A field is withheld by its
 * class whether it has a value or not, so that hidden and empty look the same.
 *
 * @param shown by the names of the components; values are texts, numbers, booleans, dates, maps and lists
 * @param withheld sorted as in the record, nested names with a dot
 * @param classes the classes of what is shown, for the audit
 */
public record Projection(Map<String, Object> shown, List<String> withheld, Set<FieldClass> classes) {

    /** Projects a record whose every component has a class, or is itself such a record or a list of them. */
    public static Projection of(Record view, Grants grants) {
        List<String> withheld = new ArrayList<>();
        Set<FieldClass> classes = EnumSet.noneOf(FieldClass.class);
        Map<String, Object> shown = new Walk(grants, withheld, classes).record(view, "");
        return new Projection(shown, List.copyOf(withheld), classes);
    }

    private record Walk(Grants grants, List<String> withheld, Set<FieldClass> classes) {

        Map<String, Object> record(Record record, String path) {
            Map<String, Object> shown = new LinkedHashMap<>();
            for (RecordComponent component : RecordCodec.componentsOf(record.getClass())) {
                String name = path + component.getName();
                FieldClass fieldClass = RecordCodec.classOf(component);
                if (fieldClass != null && hides(fieldClass, name)) {
                    withheld.add(name);
                    continue;
                }
                if (fieldClass == null && !component.getType().isRecord()) {
                    throw new IllegalStateException("The component " + name + " has no class");
                }
                Object value = valueOf(component, record);
                if (value != null && unmarked(component, value)) {
                    withheld.add(name);
                    continue;
                }
                if (value == null) {
                    if (fieldClass == null) {
                        absent(component.getType(), name + ".");
                    }
                    continue;
                }
                if (fieldClass != null) {
                    classes.add(fieldClass);
                    shown.put(component.getName(), plain(value));
                } else {
                    Map<String, Object> inner = record((Record) value, name + ".");
                    if (!inner.isEmpty()) {
                        shown.put(component.getName(), inner);
                    }
                }
            }
            return shown;
        }

        /** What would be withheld of a part that is not there is withheld too: its absence tells nothing. */
        private void absent(Class<?> type, String path) {
            for (RecordComponent component : RecordCodec.componentsOf(type)) {
                String name = path + component.getName();
                FieldClass fieldClass = RecordCodec.classOf(component);
                if (fieldClass == null) {
                    absent(component.getType(), name + ".");
                } else if (hides(fieldClass, name)) {
                    withheld.add(name);
                }
            }
        }

        /** A free text in which a withheld item may be spoken of anywhere, because nobody marked where. */
        private boolean unmarked(RecordComponent component, Object value) {
            return !grants.withheldItems().isEmpty()
                    && value instanceof String text
                    && RecordCodec.isFreeText(component)
                    && !text.isBlank()
                    && !Passages.marked(grants.withheldItems(), text);
        }

        private boolean hides(FieldClass fieldClass, String name) {
            return !grants.shows(fieldClass) || grants.withheldFields().contains(name);
        }

        private Object plain(Object value) {
            if (value instanceof String text) {
                return grants.marksShown() ? text : Passages.without(grants.takenOut(), text);
            }
            if (value instanceof Collection<?> elements) {
                return elements.stream().map(this::plain).toList();
            }
            if (value instanceof Record record) {
                RecordComponent[] components = RecordCodec.componentsOf(record.getClass());
                if (components.length == 1 && components[0].getName().equals("value")) {
                    return String.valueOf(valueOf(components[0], record));
                }
                Map<String, Object> shown = new LinkedHashMap<>();
                for (RecordComponent component : components) {
                    Object inner = valueOf(component, record);
                    if (inner != null && !unmarked(component, inner)) {
                        shown.put(component.getName(), plain(inner));
                    }
                }
                return shown;
            }
            return value;
        }

        private static @Nullable Object valueOf(RecordComponent component, Record record) {
            try {
                return component.getAccessor().invoke(record);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("The component " + component.getName() + " cannot be read", e);
            }
        }
    }
}
