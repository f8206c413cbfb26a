package jp.tsunagi.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import jp.tsunagi.page.Typed;
import org.junit.jupiter.api.Test;

/** Two editors at once: every word of both is put side by side. */
class EditConflictTest {

    @Test
    void aRowPutInAboveChangesNothingBelow() {
        Typed theirs = row(row(Typed.nothing(), 0, "m9", "登録"), 1, "m1", "見学");
        Typed yours = row(Typed.nothing(), 0, "m1", "見学");

        assertThat(EditConflict.between(yours, theirs))
                .extracting(EditConflict.Line::row, EditConflict.Line::added, EditConflict.Line::theirs)
                .containsExactly(tuple(1, true, "登録"));
    }

    @Test
    void theSameMeasureIsComparedWhereverItStands() {
        Typed theirs = row(row(Typed.nothing(), 0, "m2", "相談"), 1, "m1", "見学と申込み");
        Typed yours = row(row(Typed.nothing(), 0, "m1", "見学に同行"), 1, "m2", "相談");

        assertThat(EditConflict.between(yours, theirs))
                .containsExactly(new EditConflict.Line("measures[0].measure", 1, false, "見学と申込み", "見学に同行"));
    }

    @Test
    void aRowOfYoursThatIsNotSavedStandsAgainstNothing() {
        Typed theirs = row(Typed.nothing(), 0, "m1", "見学");
        Typed yours = row(row(Typed.nothing(), 0, "m1", "見学"), 1, "", "新しい支援");

        assertThat(EditConflict.between(yours, theirs))
                .containsExactly(new EditConflict.Line("measures[1].measure", 2, false, "", "新しい支援"));
    }

    @Test
    void otherFieldsAreComparedByNameAndGoalsOfEitherAreTold() {
        Typed theirs = Typed.nothing()
                .with("situation", "先に書いた文")
                .with("leadAgency", "011002")
                .with("goals[0].text", "住まい")
                .with("goals[1].text", "仕事");
        Typed yours = Typed.nothing().with("situation", "後の文").with("goals[0].text", "住まい");

        assertThat(EditConflict.between(yours, theirs))
                .extracting(EditConflict.Line::name, EditConflict.Line::theirs, EditConflict.Line::yours)
                .containsExactly(tuple("situation", "先に書いた文", "後の文"), tuple("goals[1].text", "仕事", ""));
    }

    private static Typed row(Typed typed, int row, String id, String measure) {
        String at = "measures[" + row + "].";
        return typed.with(at + "id", id)
                .with(at + "measure", measure)
                .with(at + "catalogue", "")
                .with(at + "progress", "DONE");
    }
}
