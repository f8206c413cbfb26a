package jp.tsunagi.memo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.conference.ConferenceCircle.Sharer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemoWarningsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "〒060-0001へ送ります",
                "北２４条西５丁目です",
                "汐見坂１２番地",
                "架空区汐見坂9-8-7にいます",
                "架空駅で会いました",
                "架空小学校に通っています",
                "架空病院に通院しています",
                "架空マンションの三階",
                "電話は０１１－１２３－４５６７です",
            })
    void asksAboutWordsThatMayTellWhereSheIs(String text) {
        assertThat(MemoWarnings.of(memo(text, Set.of(), List.of()))).containsExactly("place");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "明日の10時に電話をください",
                "シェルターと調整しました",
                "会議は12月3日 10:00からです",
                "要綱第5条(2)に当たります",
                "案件 R8-0012 の件です",
                "病院への同行を考えています",
                "駅まで迎えに行く方法を話したい",
            })
    void asksNothingAboutOtherWords(String text) {
        assertThat(MemoWarnings.of(memo(text, Set.of(), List.of()))).isEmpty();
    }

    @Test
    void asksWhereNothingIsMarkedOfWhatSheWantsWithheld() {
        assertThat(MemoWarnings.of(memo("仕事の話です", Set.of("勤務先"), List.of()))).containsExactly("unmarked");
        assertThat(MemoWarnings.of(memo("〔伏せる：勤務先〕店〔ここまで〕の話です", Set.of("勤務先"), List.of())))
                .isEmpty();
    }

    @Test
    void saysThatFilesAreNotShownWhereSomethingIsWithheld() {
        List<MemoRecord.Attached> files = List.of(new MemoRecord.Attached("f", AttachmentType.PDF, 1));

        assertThat(MemoWarnings.of(memo("〔伏せる：勤務先〕〔ここまで〕資料です", Set.of("勤務先"), files)))
                .containsExactly("files-withheld");
        assertThat(MemoWarnings.of(memo("資料です", Set.of(), files))).isEmpty();
    }

    private static MemoSending.Checked memo(String text, Set<String> withheld, List<MemoRecord.Attached> files) {
        AgencyCode police = new AgencyCode("P0001");
        return new MemoSending.Checked(text, Set.of(police), null, files, List.of(new Sharer(police, true, withheld)));
    }
}
