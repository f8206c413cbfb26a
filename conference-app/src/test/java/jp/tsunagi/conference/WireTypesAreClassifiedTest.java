package jp.tsunagi.conference;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Projection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What leaves through the policy has a class in every part, and the same one as where it is stored. */
class WireTypesAreClassifiedTest {

    /** What is handed to the policy. Another caller of {@link Projection#of} fails the test until it is here. */
    private static final Map<String, Class<? extends Record>> PROJECTED = Map.ofEntries(
            Map.entry("jp.tsunagi.conference.Reading", ConferenceView.class),
            Map.entry("jp.tsunagi.conference.Previews", ConferenceView.class),
            Map.entry("jp.tsunagi.conference.ConferenceDisclosures", ConferenceView.class),
            Map.entry("jp.tsunagi.conference.Listed", Listed.View.class),
            Map.entry("jp.tsunagi.conference.Agendas", Agendas.AgendaView.class),
            Map.entry("jp.tsunagi.conference.ConsentLedger", ConsentLedger.View.class),
            Map.entry("jp.tsunagi.conference.ConveningNoticeEdition", ConveningNoticeEdition.NoticeView.class),
            Map.entry("jp.tsunagi.conference.InformationSheetEdition", InformationSheetEdition.SheetView.class),
            Map.entry("jp.tsunagi.conference.MinutesParagraphs", MinutesParagraphs.View.class),
            Map.entry("jp.tsunagi.conference.MinutesTrail", MinutesTrail.View.class),
            Map.entry("jp.tsunagi.conference.MinutesObjections", MinutesObjections.View.class),
            Map.entry("jp.tsunagi.conference.OutcomeRecordEdition", OutcomeRecordEdition.RecordView.class),
            Map.entry("jp.tsunagi.conference.SharingReportEdition", Sharing.SharingView.class),
            Map.entry("jp.tsunagi.conference.EmergencyView", ConferenceView.class),
            Map.entry("jp.tsunagi.conference.RecordViews", RecordViews.ViewsOfRecord.class));

    /**
     * Callers of other packages, with a test of their own there; and what shows the request as it is stored, in the classes
     * that it has as shown.
     */
    private static final Set<String> ELSEWHERE = Set.of(
            "jp.tsunagi.plan.PlanViews",
            "jp.tsunagi.plan.FollowViews",
            "jp.tsunagi.plan.SafetyPlanning",
            "jp.tsunagi.memo.MemoViews",
            "jp.tsunagi.clock.DeadlineReading",
            "jp.tsunagi.complaint.ComplaintReading",
            "jp.tsunagi.intake.IntakeReading",
            "jp.tsunagi.court.CourtReading",
            "jp.tsunagi.childcouncil.NotificationReading",
            "jp.tsunagi.childcouncil.JointReading",
            "jp.tsunagi.disclosure.DisclosureReading",
            "jp.tsunagi.handover.HandOverConsent",
            "jp.tsunagi.handover.HandOverReading",
            "jp.tsunagi.conference.Mending");

    private static final String UNINVITED =
            "plain at rest, yet an agency that is not invited any more is told nothing but that it is off";

    /** Fields whose class as shown is another than as stored, and why. */
    private static final Map<String, String> OTHERWISE = Map.of(
            "decidedBy",
            "stored is the account, shown is the name",
            "decision",
            UNINVITED,
            "decidedAt",
            UNINVITED,
            "deputy",
            UNINVITED,
            "legalBasis",
            UNINVITED,
            "retrospective",
            UNINVITED,
            "urgent",
            UNINVITED);

    @Test
    void everyCallerOfThePolicyIsKnown() {
        Set<String> callers = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("jp.tsunagi").stream()
                        .filter(type -> type.getMethodCallsFromSelf().stream().anyMatch(this::projects))
                        .map(JavaClass::getFullName)
                        .filter(name -> !name.startsWith(Projection.class.getName()))
                        .collect(Collectors.toSet());

        Set<String> known = new TreeSet<>(PROJECTED.keySet());
        known.addAll(ELSEWHERE);
        assertThat(callers).containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void everyPartOfWhatIsShownHasAClass() {
        PROJECTED.values().forEach(type -> {
            Map<String, FieldClass> classes = new LinkedHashMap<>();
            List<String> unclassified = new ArrayList<>();
            walk(type, "", classes, unclassified);
            assertThat(classes).isNotEmpty();
            assertThat(unclassified).as(type.getSimpleName()).isEmpty();
        });
    }

    @Test
    void aRecordInsideAClassifiedPartHasNoLooserClass() {
        // The outer class covers what is inside; an inner one that says otherwise would mislead its readers.
        PROJECTED.values().forEach(type -> {
            for (RecordComponent component : type.getRecordComponents()) {
                FieldClass outer = classOf(component);
                Class<?> inner = recordIn(component.getGenericType());
                if (outer != null && inner != null) {
                    for (RecordComponent part : inner.getRecordComponents()) {
                        assertThat(classOf(part))
                                .as(type.getSimpleName() + "." + component.getName() + "." + part.getName())
                                .isIn(outer, null);
                    }
                }
            }
        });
    }

    @Test
    void whatIsStoredAndWhatIsShownUnderOneNameHaveOneClass() {
        Map<String, FieldClass> shown = flat(ConferenceView.class);
        Map<String, FieldClass> stored = flat(Request.class);
        Set<String> otherwise = new TreeSet<>();
        int compared = 0;
        for (Map.Entry<String, FieldClass> entry : stored.entrySet()) {
            FieldClass asShown = shown.get(entry.getKey());
            if (asShown != null) {
                compared++;
                if (asShown != entry.getValue()) {
                    otherwise.add(entry.getKey());
                }
            }
        }
        Map<String, FieldClass> ofRecord = flat(ConferenceRecord.class);
        for (String name : List.of("similarExists", "endReason", "personInformed", "submittedOn")) {
            compared++;
            assertThat(shown.get(name)).as(name).isNotNull();
            if (name.equals("similarExists")) {
                assertThat(shown.get(name)).isEqualTo(FieldClass.CENTER_ONLY);
            } else {
                assertThat(shown.get(name)).as(name).isEqualTo(ofRecord.get(name));
            }
        }
        compareNested(Decision.class, ConferenceView.DecisionView.class, otherwise);
        compareNested(Convening.class, ConferenceView.ConveningView.class, otherwise);
        compareNested(Holding.class, ConferenceView.HoldingView.class, otherwise);

        assertThat(compared).isGreaterThan(30);
        assertThat(otherwise).containsExactlyInAnyOrderElementsOf(OTHERWISE.keySet());
        assertThat(OTHERWISE.values()).allSatisfy(reason -> assertThat(reason).isNotBlank());
    }

    @Test
    void everyFieldOfARequestIsShownToSomebodyOrNamedHere() {
        Set<String> shown = flat(ConferenceView.class).keySet();

        // The consent is told from the ledger, and what was held before from the decision on.
        assertThat(flat(Request.class).keySet().stream().filter(name -> !shown.contains(name)))
                .containsExactlyInAnyOrder("held");
    }

    private static void compareNested(Class<?> stored, Class<?> shown, Set<String> otherwise) {
        Map<String, FieldClass> asStored = flat(stored);
        flat(shown).forEach((name, fieldClass) -> {
            FieldClass there = asStored.get(name);
            if (there != null && there != fieldClass) {
                otherwise.add(name);
            }
        });
    }

    private boolean projects(JavaMethodCall call) {
        return call.getTarget().getOwner().isEquivalentTo(Projection.class)
                && call.getTarget().getName().equals("of");
    }

    private static Map<String, FieldClass> flat(Class<?> type) {
        Map<String, FieldClass> classes = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            FieldClass fieldClass = classOf(component);
            if (fieldClass != null) {
                classes.put(component.getName(), fieldClass);
            }
        }
        return classes;
    }

    private static void walk(Class<?> type, String path, Map<String, FieldClass> classes, List<String> unclassified) {
        for (RecordComponent component : type.getRecordComponents()) {
            String name = path + component.getName();
            FieldClass fieldClass = classOf(component);
            if (fieldClass != null) {
                classes.put(name, fieldClass);
            } else if (component.getType().isRecord()) {
                walk(component.getType(), name + ".", classes, unclassified);
            } else {
                unclassified.add(name);
            }
        }
    }

    private static @Nullable FieldClass classOf(RecordComponent component) {
        Classified classified = component.getAnnotation(Classified.class);
        return classified == null ? null : classified.value();
    }

    private static @Nullable Class<?> recordIn(Type type) {
        if (type instanceof ParameterizedType generic) {
            return recordIn(generic.getActualTypeArguments()[0]);
        }
        return type instanceof Class<?> plain && plain.isRecord() ? plain : null;
    }
}
