package jp.tsunagi.memo;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What leaves of a memo through the policy has a class in every part, the same as where it is stored. */
class MemoWireTypesTest {

    @Test
    void everyPartHasAClassAndNoneInsideALooserOne() {
        List<String> wrong = new ArrayList<>();
        int walked = walk(MemoView.class, null, wrong) + walk(MemoBody.class, null, wrong);

        assertThat(walked).isGreaterThan(15);
        assertThat(wrong).isEmpty();
    }

    @Test
    void whatIsWrittenIsFreeTextSoThatWithheldPassagesAreTakenOut() {
        for (Class<?> type : List.of(MemoView.class, MemoBody.class)) {
            assertThat(Arrays.stream(type.getRecordComponents())
                            .filter(part -> part.getAnnotation(Classified.class).freeText())
                            .map(RecordComponent::getName))
                    .containsExactly("text");
        }
    }

    @Test
    void whatIsWrittenIsSealedWhereItIsStored() {
        for (RecordComponent part : MemoRecord.class.getRecordComponents()) {
            if (part.getName().equals("text")) {
                assertThat(part.getAnnotation(Classified.class).value()).isEqualTo(FieldClass.NARRATIVE);
            }
        }
        assertThat(FieldClass.NARRATIVE.sealed()).isTrue();
        assertThat(ChunkRecord.class
                        .getRecordComponents()[3]
                        .getAnnotation(Classified.class)
                        .value())
                .isEqualTo(FieldClass.NARRATIVE);
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
