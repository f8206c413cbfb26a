package jp.tsunagi.disclosure;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A proposal as it is typed.
 *
 * @param basis code of the legal basis
 * @param provision which provision or order, where the basis asks for it
 * @param facts that justify it
 * @param whyNoConsent why her consent cannot be obtained
 * @param refusalStated that she said no, and that it is to be done all the same; asked where she did
 * @param shares what goes to which agency
 */
record DisclosureForm(
        @Nullable String basis,
        @Nullable String provision,
        @Nullable String facts,
        @Nullable String whyNoConsent,
        @Nullable Boolean refusalStated,
        @Nullable List<Share> shares) {

    /**
     * @param reason why this agency needs just this
     * @param locationReason why it must be able to find or reach her; asked where a category tells that
     */
    record Share(
            @Nullable String agency,
            @Nullable List<Category> categories,
            @Nullable String reason,
            @Nullable String locationReason) {}

    /** Why it is refused, or ended before its time. */
    record Reason(@Nullable String reason) {}

    /** Before an officer of a named agency reads anything. */
    record Pledge(@Nullable Boolean pledge, @Nullable Relationship relationToOtherParty) {}

    /** How the officer stands to the other party (相手方). Only NONE lets read. */
    enum Relationship {
        NONE,
        RELATIVE,
        ACQUAINTANCE,
        WORK,
        OTHER
    }

    /** Looked at afterwards: whether it had to be, whether it was the least, and what follows. */
    record Review(
            @Nullable Necessary necessary,
            @Nullable String necessaryWhy,
            @Nullable Boolean leastKept,
            @Nullable String leastWhy,
            @Nullable String follows) {}

    enum Necessary {
        YES,
        PARTLY,
        NO
    }

    /**
     * That she was told, or why not yet.
     *
     * @param toldOn asked where she was told
     * @param unsafeReason asked where it would not be safe, as is the day on which it is looked at again
     */
    record Telling(
            @Nullable Told told,
            @Nullable LocalDate toldOn,
            @Nullable String unsafeReason,
            @Nullable LocalDate lookAgainOn) {}

    /** How she was told. */
    enum Told {
        ORAL,
        PHONE,
        WRITTEN,
        NOT_SAFE
    }
}
