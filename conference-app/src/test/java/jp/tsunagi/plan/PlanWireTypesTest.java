package jp.tsunagi.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.document.SupportPlanForm.Field;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What leaves of a plan through the policy has a class in every part, and every value of it has its words on the paper. */
class PlanWireTypesTest {

    @Test
    void everyPartHasAClassAndNoneInsideALooserOne() {
        List<String> wrong = new ArrayList<>();
        int walked = walk(PlanContent.class, null, wrong)
                + walk(PlanFrame.class, null, wrong)
                + walk(FollowViews.ItemView.class, null, wrong)
                + walk(FollowViews.ReviewView.class, null, wrong)
                + walk(SafetyPlanning.View.class, null, wrong);

        assertThat(walked).isGreaterThan(60);
        assertThat(wrong).isEmpty();
    }

    @Test
    void whatSheOrAnOfficerTypesIsFreeTextSoThatWithheldPassagesAreTakenOut() {
        Set<String> notFree = Stream.of(
                        PlanContent.class,
                        PlanContent.Measure.class,
                        PlanContent.Goal.class,
                        PlanContent.ChildrenPart.class)
                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                .filter(component -> component.getType() == String.class)
                .filter(component -> !component.getAnnotation(Classified.class).freeText())
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());

        assertThat(notFree)
                .containsExactlyInAnyOrder(
                        "basedOn", "leadAgency", "keyPerson", "id", "agency", "contact", "catalogue", "by");
    }

    @Test
    void everyChosenValueHasItsWordsOnThePaper() {
        assertWords(Field.STATE, PlanState.values());
        assertWords(Field.VERSIONS, PlanState.values());
        assertWords(Field.PARTICIPATION, PlanContent.Participation.values());
        assertWords(Field.URGENCY, PlanContent.Urgency.values());
        assertWords(Field.GOALS, PlanContent.Term.values());
        assertWords(Field.DEADLINES, PlanContent.Procedure.values());
        assertWords(Field.CONFIRMATION, Confirmation.Result.values());
        assertWords(Field.CONFIRMATION_METHOD, Confirmation.Method.values());
        assertThat(Field.MEASURES.words())
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                Arrays.stream(PlanContent.Area.values()), Arrays.stream(PlanContent.Progress.values()))
                        .map(Enum::name)
                        .toList());
    }

    private static void assertWords(Field field, Enum<?>[] values) {
        assertThat(field.words())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(values).map(Enum::name).toList());
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
