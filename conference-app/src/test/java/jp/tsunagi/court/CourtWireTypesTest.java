package jp.tsunagi.court;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What leaves of it through the policy has a class in every part. */
class CourtWireTypesTest {

    @Test
    void everyPartHasAClassAndNoneInsideALooserOne() {
        List<String> wrong = new ArrayList<>();
        int walked = walk(CourtViews.Consultation.class, null, wrong) + walk(CourtViews.Statement.class, null, wrong);

        assertThat(walked).isGreaterThan(35);
        assertThat(wrong).isEmpty();
    }

    private static int walk(Class<?> type, @Nullable FieldClass outer, List<String> wrong) {
        int walked = 0;
        for (RecordComponent component : type.getRecordComponents()) {
            String name = type.getSimpleName() + "." + component.getName();
            Classified classified = component.getAnnotation(Classified.class);
            FieldClass own = classified == null ? null : classified.value();
            walked++;
            if (outer != null && own != null && own != outer) {
                wrong.add(name + " is " + own + " inside " + outer);
            }
            Class<?> inner = recordIn(component.getGenericType());
            if (inner != null) {
                walked += walk(inner, own == null ? outer : own, wrong);
            } else if (own == null) {
                wrong.add(name + " has no class");
            }
        }
        return walked;
    }

    private static @Nullable Class<?> recordIn(Type type) {
        if (type instanceof ParameterizedType generic) {
            return recordIn(generic.getActualTypeArguments()[0]);
        }
        return type instanceof Class<?> plain && plain.isRecord() ? plain : null;
    }
}
