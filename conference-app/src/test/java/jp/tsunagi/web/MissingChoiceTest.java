package jp.tsunagi.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import jp.tsunagi.shared.FieldProblem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is chosen is asked to be chosen, what is typed to be entered (ui.md B6); in the words of the label. */
class MissingChoiceTest {

    private final ProblemTexts texts = new ProblemTexts();

    @ParameterizedTest
    @CsvSource({
        "decision, choose, 開催の可否を選んでください, Choose: ",
        "purposes, choose, 同意の内容（何に）を選んでください, Choose: ",
        "result, choose, 確認の結果を選んでください, Choose: ",
        "reply, choose, 出欠を選んでください, Choose: ",
        "relationToOtherParty, choose, 相手方との関係を選んでください, Choose: ",
        "participants[0].agency, choose, 機関を選んでください, Choose: ",
        "moderator, choose, 司会の機関を選んでください, Choose: ",
        "attendance[0].presence, choose, 出欠を選んでください, Choose: ",
        "actions[0].agency, choose, 担当する機関を選んでください, Choose: ",
        "measures[0].agency, choose, 担当機関を選んでください, Choose: ",
        "confirmation, choose, 本人の確認を選んでください, Choose: ",
        "copyGiven, choose, 計画の写しを選んでください, Choose: ",
        "basedOn, choose, 根拠となる会議を選んでください, Choose: ",
        "officer, choose, 担当者を選んでください, Choose: ",
        "fields[0].field, choose, 直す項目を選んでください, Choose: ",
        "invitees[0].agency, agency-or-name, 参集する機関を選ぶか、名簿にない機関の名前を入力してください, Choose the ",
        "reason, required, 理由を入力してください, Enter: ",
        "recordedOn, required, 記録した日を入力してください, Enter: "
    })
    void saysWhatToDoInTheWordsOfTheLabel(String field, String problem, String japanese, String english) {
        FieldProblem missing = FieldProblem.of(field, problem);

        assertThat(texts.field(missing, Locale.JAPANESE)).isEqualTo(japanese);
        assertThat(texts.field(missing, Locale.ENGLISH)).startsWith(english);
    }
}
