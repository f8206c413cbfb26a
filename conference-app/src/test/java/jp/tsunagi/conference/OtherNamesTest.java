package jp.tsunagi.conference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagi.casefile.NameAtMeeting;
import jp.tsunagi.protection.ConsentScope;
import jp.tsunagi.protection.Projection;
import jp.tsunagi.protection.Relation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who gets which of her names: every relation, and every choice of the name used at the meeting. */
class OtherNamesTest {

    private static final List<String> OTHERS = List.of("formerName", "commonName", "callName");
    private static final ConsentScope COVERS = new ConsentScope(true, false, Set.of(), Set.of());

    /** The requesting agency and the Center, who work with the form, and the agency that is with her. */
    private static final Set<Relation> ALL_NAMES = EnumSet.of(
            Relation.REQUESTING_TEAM, Relation.CENTER, Relation.CASE_OFFICER, Relation.DIRECTOR, Relation.CONTACT_TEAM);

    @ParameterizedTest
    @EnumSource
    void aParticipantIsShownHerNameAndTheOneThatIsUsed(NameAtMeeting chosen) {
        Projection seen = seen(Relation.CLEARED_PARTICIPANT, COVERS, chosen);

        assertThat(seen.shown()).containsKey("name").containsEntry("nameAtMeeting", chosen);
        assertThat(others(seen))
                .containsExactlyElementsOf(
                        Stream.of(chosen.field()).filter(OTHERS::contains).toList());
        assertThat(seen.withheld())
                .containsAll(OTHERS.stream()
                        .filter(name -> !name.equals(chosen.field()))
                        .toList());
    }

    @Test
    void whereNobodyChoseAParticipantIsShownTheNameSheGoesBy() {
        Projection seen = seen(Relation.CLEARED_PARTICIPANT, COVERS, null);

        assertThat(others(seen)).containsExactly("callName");
        assertThat(seen.withheld()).contains("formerName", "commonName");
    }

    /** No relation to a conference, but to what goes along of a case, or to a part of her intake sheet. */
    @ParameterizedTest
    @EnumSource(names = {"TAKING_OVER", "INTAKE_DIVISION", "EMERGENCY_READER"})
    void whoeverIsShownHerNameByWhatSheGaveGetsNoOtherThanTheOneThatIsUsed(Relation relation) {
        for (NameAtMeeting chosen : NameAtMeeting.values()) {
            assertThat(others(seen(relation, COVERS, chosen)))
                    .as(chosen.name())
                    .containsExactlyElementsOf(
                            Stream.of(chosen.field()).filter(OTHERS::contains).toList());
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"CLEARED_PARTICIPANT", "TAKING_OVER", "INTAKE_DIVISION", "EMERGENCY_READER"})
    void nobodyElseIsShownAnyOfThemButThoseWhoWorkWithHer(Relation relation) {
        for (NameAtMeeting chosen : NameAtMeeting.values()) {
            List<String> expected = ALL_NAMES.contains(relation) ? OTHERS : List.of();
            assertThat(others(seen(relation, COVERS, chosen))).as(chosen.name()).isEqualTo(expected);
        }
    }

    @Test
    void withoutHerConsentAndWhereSheWithholdsItEvenTheUsedOneIsHidden() {
        ConsentScope withheld = new ConsentScope(true, false, Set.of("commonName"), Set.of());

        assertThat(others(seen(Relation.CLEARED_PARTICIPANT, withheld, NameAtMeeting.COMMON_NAME)))
                .isEmpty();
        assertThat(others(seen(Relation.CLEARED_PARTICIPANT, ConsentScope.NOTHING, NameAtMeeting.COMMON_NAME)))
                .isEmpty();
    }

    @Test
    void theNextConferenceIsOpenedWithWhatWasSeenAndNoChoiceOfWhatWasNot() {
        Projection used = seen(Relation.CLEARED_PARTICIPANT, COVERS, NameAtMeeting.COMMON_NAME);
        ConsentScope withheld = new ConsentScope(true, false, Set.of("commonName"), Set.of());
        Projection hidden = seen(Relation.CLEARED_PARTICIPANT, withheld, NameAtMeeting.COMMON_NAME);

        Request next = NextRequest.ofSeen(used, null);
        assertThat(next.commonName()).isEqualTo("架空 はな");
        assertThat(next.formerName()).isNull();
        assertThat(next.nameAtMeeting()).isEqualTo(NameAtMeeting.COMMON_NAME);
        assertThat(NextRequest.ofSeen(hidden, null).nameAtMeeting()).isNull();
    }

    private static Projection seen(Relation relation, ConsentScope scope, NameAtMeeting chosen) {
        Request request = ConferenceFixtures.request()
                .with("formerName", "見本")
                .with("commonName", "架空 はな")
                .with("callName", "はなさん")
                .with("nameAtMeeting", chosen == null ? null : chosen.name())
                .build();
        return Projection.of(request, new Standing(Set.of(relation), Set.of(), scope).grants(request));
    }

    private static List<String> others(Projection seen) {
        return OTHERS.stream().filter(seen.shown()::containsKey).toList();
    }
}
