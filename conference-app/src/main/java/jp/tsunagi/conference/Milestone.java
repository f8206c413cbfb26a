package jp.tsunagi.conference;

import java.time.Instant;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import org.jspecify.annotations.Nullable;

/**
 * That a step was taken, by whom, when: the history of a conference.
 *
 * @param reason as typed, where one was given
 */
public record Milestone(
        @Classified(FieldClass.OPERATION) Step step,
        @Classified(FieldClass.OPERATION) ConferenceState reached,
        @Classified(FieldClass.OPERATION) AccountId by,
        @Classified(FieldClass.OPERATION) Instant at,
        @Classified(FieldClass.OFFICE) @Nullable String reason) {}
