package jp.tsunagi.plan;

import jp.tsunagi.conference.Directory;
import jp.tsunagi.conference.FieldCheck;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import org.jspecify.annotations.Nullable;

/**
 * How she keeps safe, as she works it out with those who help her (安全計画). A document of its own: no other paper has any
 * of it.
 *
 * @param signs by what she sees danger coming
 * @param wayOut how and where she goes
 * @param contacts whom she reaches, and by what sign
 * @param takeAlong what she takes with her, and where it lies
 * @param children what they know and do
 * @param devices telephone, accounts, what may be watched
 * @param daily work, school, shopping
 * @param notes anything else
 */
public record SafetyContent(
        @Classified(value = FieldClass.SAFETY_PLAN, freeText = true) @Nullable String signs,
        @Classified(value = FieldClass.SAFETY_PLAN, freeText = true) @Nullable String wayOut,
        @Classified(value = FieldClass.SAFETY_PLAN, freeText = true) @Nullable String contacts,
        @Classified(value = FieldClass.SAFETY_PLAN, freeText = true) @Nullable String takeAlong,
        @Classified(value = FieldClass.SAFETY_PLAN, freeText = true) @Nullable String children,
        @Classified(value = FieldClass.SAFETY_PLAN, freeText = true) @Nullable String devices,
        @Classified(value = FieldClass.SAFETY_PLAN, freeText = true) @Nullable String daily,
        @Classified(value = FieldClass.SAFETY_PLAN, freeText = true) @Nullable String notes) {

    private static final int LONGEST_TEXT = 4_000;

    void check(Directory directory) {
        FieldCheck fields = new FieldCheck(directory);
        fields.text("signs", signs, LONGEST_TEXT);
        fields.text("wayOut", wayOut, LONGEST_TEXT);
        fields.text("contacts", contacts, LONGEST_TEXT);
        fields.text("takeAlong", takeAlong, LONGEST_TEXT);
        fields.text("children", children, LONGEST_TEXT);
        fields.text("devices", devices, LONGEST_TEXT);
        fields.text("daily", daily, LONGEST_TEXT);
        fields.text("notes", notes, LONGEST_TEXT);
        fields.refuseUnder("safety-plan.incomplete");
    }
}
