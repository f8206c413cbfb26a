package jp.tsunagi.protection;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Every field that is stored has a class, however deep it lies: without one nobody would have decided who may see it and
 * whether it is sealed.
 */
class ClassificationTest {

    @Test
    void everyStoredFieldHasAClass() {
        List<Class<?>> stored = storedRecords(new ImportOption.DoNotIncludeTests());

        // The samples of the tests show that the search works; main has some as soon as anyone keeps a collection.
        assertThat(storedRecords(new ImportOption.OnlyIncludeTests())).isNotEmpty();
        assertThat(!stored.isEmpty()).isEqualTo(someModuleKeepsACollection());
        assertThat(stored).allSatisfy(type -> assertThat(unclassified(type)).isEmpty());
    }

    @Test
    void aFieldWithoutAClassIsFoundHoweverDeep() {
        assertThat(unclassified(Forgetful.class))
                .containsExactly(
                        "Forgetful.name",
                        "Forgetful.tags",
                        "Detail.remark",
                        "InList.note",
                        "InMap.note",
                        "Forgetful.raw");
    }

    @Test
    void aClassOnARecordCoversWhatIsInside() {
        assertThat(unclassified(Covered.class)).isEmpty();
    }

    private static boolean someModuleKeepsACollection() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("jp.tsunagi").stream()
                        .filter(type -> !type.getPackageName().equals(SealedCollection.class.getPackageName()))
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .anyMatch(dependency -> dependency.getTargetClass().isEquivalentTo(SealedCollection.class));
    }

    private static List<Class<?>> storedRecords(ImportOption which) {
        List<Class<?>> found = new ArrayList<>();
        new ClassFileImporter()
                .withImportOption(which).importPackages("jp.tsunagi").stream()
                        .filter(type -> type.isAssignableTo(Stored.class) && type.isRecord())
                        .forEach(type -> found.add(type.reflect()));
        return found;
    }

    private static List<String> unclassified(Class<?> type) {
        List<String> found = new ArrayList<>();
        walk(type, new HashSet<>(), found);
        return found;
    }

    private static void walk(Class<?> type, Set<Class<?>> seen, List<String> found) {
        if (!seen.add(type)) {
            return;
        }
        for (RecordComponent component : type.getRecordComponents()) {
            if (RecordCodec.classOf(component) == null) {
                Class<?> nested = recordIn(component.getGenericType());
                if (nested == null) {
                    found.add(type.getSimpleName() + "." + component.getName());
                } else {
                    walk(nested, seen, found);
                }
            }
        }
    }

    /** The record that a type is, or holds as element of a collection or value of a map; null for anything else. */
    private static @Nullable Class<?> recordIn(Type type) {
        if (type instanceof Class<?> plain) {
            return plain.isRecord() ? plain : null;
        }
        if (type instanceof WildcardType wildcard) {
            return recordIn(wildcard.getUpperBounds()[0]);
        }
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            boolean map = generic.getRawType() instanceof Class<?> raw && Map.class.isAssignableFrom(raw);
            return recordIn(arguments[map ? 1 : 0]);
        }
        return null;
    }

    record Detail(@Classified(FieldClass.AGENCY) String agency, String remark) {}

    record InList(String note) {}

    record InMap(String note) {}

    record Forgetful(
            @Classified(FieldClass.OPERATION) String id,
            @Classified(FieldClass.OPERATION) long version,
            String name,
            List<String> tags,
            Detail detail,
            List<InList> list,
            Map<String, Set<InMap>> map,
            Object raw)
            implements Unlisted {}

    record Covered(@Classified(FieldClass.IDENTITY) Detail detail) {}

    /** As {@link Stored}, but not found by those who look for stored records. */
    interface Unlisted {}
}
