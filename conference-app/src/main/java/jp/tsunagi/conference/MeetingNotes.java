package jp.tsunagi.conference;

import java.util.List;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import org.jspecify.annotations.Nullable;

/**
 * What the recorder noted while the meeting went on. Raw: the Center, the recorder's agency and the requesting team read
 * it; participants get the report that is made of it.
 *
 * @param facts what was told as a fact, apart from what was thought of it
 * @param herWords what she said, as she said it
 * @param decisions by topic; they are where the report starts
 * @param actions who does what by when; likewise
 */
public record MeetingNotes(
        @Classified(value = FieldClass.MINUTES, freeText = true) @Nullable String facts,
        @Classified(value = FieldClass.MINUTES, freeText = true) @Nullable String opinions,
        @Classified(value = FieldClass.MINUTES, freeText = true) @Nullable String herWords,
        @Classified(FieldClass.MINUTES) List<Decided> decisions,
        @Classified(FieldClass.MINUTES) List<OutcomeReport.AgreedAction> actions) {

    public MeetingNotes {
        decisions = Lists.given(decisions);
        actions = Lists.given(actions);
    }

    /**
     * What was decided on one topic.
     *
     * @param topic as on the agenda; null for the meeting as a whole
     */
    public record Decided(
            @Classified(value = FieldClass.MINUTES, freeText = true) @Nullable String topic,
            @Classified(value = FieldClass.MINUTES, freeText = true) @Nullable String text) {}
}
