package jp.tsunagi.intake;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives a section what she agreed to; in place of what it had before.
 *
 * @param division a section (課) of the same agency
 * @param parts none where the section only does procedures of the list
 * @param withName whether it needs the name she is called by
 * @param agreedOn when she agreed
 * @param toldBy who told her what goes where
 */
record GivingForm(
        @Nullable String division,
        @Nullable List<IntakePart> parts,
        @Nullable Boolean withName,
        @Nullable LocalDate agreedOn,
        @Nullable String toldBy) {}
