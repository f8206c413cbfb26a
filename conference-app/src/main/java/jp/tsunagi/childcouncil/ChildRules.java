package jp.tsunagi.childcouncil;

import java.time.LocalDate;
import java.util.List;
import jp.tsunagi.childcouncil.NotificationForm.Making;
import jp.tsunagi.conference.Directory;
import jp.tsunagi.conference.FieldCheck;
import jp.tsunagi.wording.TellingWords;
import org.jspecify.annotations.Nullable;

/** What may and must be typed of her children. Finds everything at once, so that one reply mends all. */
final class ChildRules {

    static final String RULE = "child-notification.incomplete";
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 4_000;

    private final FieldCheck fields;
    private final LocalDate today;

    ChildRules(Directory directory, LocalDate today) {
        this.fields = new FieldCheck(directory);
        this.today = today;
    }

    /** @param family names that may stand beside those of the children, whatever the address says */
    void written(NotificationForm form, TellingWords telling, List<String> family) {
        fields.chosen("matter", form.matter());
        fields.namedAgency("recipient", form.recipient());
        text("childrenWho", form.childrenWho(), true, telling, family);
        text("childrenSituation", form.childrenSituation(), true, telling, List.of());
        text("childrenNow", form.childrenNow(), false, telling, List.of());
        fields.text("replyTo", form.replyTo(), LONGEST_NAME);
        says("replyTo", form.replyTo(), telling, List.of());
        fields.refuseUnder(RULE);
    }

    void made(Making form) {
        fields.present("madeOn", form.madeOn());
        if (form.madeOn() != null && form.madeOn().isAfter(today)) {
            fields.add("madeOn", "not-future");
        }
        fields.chosen("madeBy", form.madeBy());
        fields.name("takenBy", form.takenBy(), LONGEST_NAME);
        fields.refuseUnder(RULE);
    }

    private void text(
            String field, @Nullable String text, boolean required, TellingWords telling, List<String> family) {
        if (required) {
            fields.required(field, text);
        }
        fields.text(field, text, LONGEST_TEXT);
        says(field, text, telling, family);
    }

    private void says(String field, @Nullable String text, TellingWords telling, List<String> family) {
        if (text != null) {
            telling.words(text, family).forEach(word -> fields.add(field, "telling-place", word));
        }
    }
}
