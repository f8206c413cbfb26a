package jp.tsunagi.disclosure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.tsunagi.disclosure.DisclosureForm.Necessary;
import jp.tsunagi.disclosure.DisclosureForm.Relationship;
import jp.tsunagi.disclosure.DisclosureForm.Told;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import org.jspecify.annotations.Nullable;

/**
 * A disclosure as the API tells it, before the policy. An agency that it names is told nothing but the plain part: by which
 * rule, what kinds of things, until when.
 *
 * @param n opaque
 * @param basis code of the legal basis
 * @param categories those chosen for the reader's agency; empty for whoever sees the whole
 * @param pledged whether the reader has pledged, and reads what is disclosed
 * @param sheSaysNo whether the last that she said was no; told on every page of it
 * @param may what the reader could do now
 * @param reviewDue by when the director reviews it
 * @param tellDue by when she is told, or it is looked at again
 */
record DisclosureView(
        @Classified(FieldClass.OPERATION) String n,
        @Classified(FieldClass.OPERATION) Stage stage,
        @Classified(FieldClass.OPERATION) String basis,
        @Classified(FieldClass.OPERATION) List<Category> categories,
        @Classified(FieldClass.OPERATION) @Nullable Instant effectiveAt,
        @Classified(FieldClass.OPERATION) Instant endsAt,
        @Classified(FieldClass.OPERATION) boolean pledged,
        @Classified(FieldClass.OPERATION) List<String> may,
        @Classified(FieldClass.OFFICE) @Nullable LocalDate reviewDue,
        @Classified(FieldClass.OFFICE) @Nullable LocalDate tellDue,
        @Classified(FieldClass.OFFICE) boolean sheSaysNo,
        @Classified(FieldClass.OFFICE) @Nullable String provision,
        @Classified(value = FieldClass.OFFICE, freeText = true) String facts,
        @Classified(value = FieldClass.OFFICE, freeText = true) String whyNoConsent,
        @Classified(FieldClass.OFFICE) boolean refusalStated,
        @Classified(FieldClass.OFFICE) List<Share> shares,
        @Classified(FieldClass.OFFICE) Hand proposedBy,
        @Classified(FieldClass.OFFICE) List<Hand> confirmations,
        @Classified(FieldClass.OFFICE) @Nullable Stopped stopped,
        @Classified(FieldClass.OTHER_PARTY) List<Pledge> pledges,
        @Classified(FieldClass.OFFICE) @Nullable Review review,
        @Classified(FieldClass.OFFICE) List<Telling> tellings) {

    /** @param sees what the agency sees of the conference, by the policy; only for the Center, and only of one asked for */
    record Share(
            @Classified(FieldClass.OFFICE) String agency,
            @Classified(FieldClass.OFFICE) List<Category> categories,
            @Classified(value = FieldClass.OFFICE, freeText = true) String reason,
            @Classified(value = FieldClass.OFFICE, freeText = true) @Nullable String locationReason,
            @Classified(FieldClass.OFFICE) @Nullable Map<String, Object> sees,
            @Classified(FieldClass.OFFICE) @Nullable List<String> alsoSees) {}

    /** Who did it, and when. */
    record Hand(
            @Classified(FieldClass.OFFICE) String name,
            @Classified(FieldClass.OFFICE) boolean director,
            @Classified(FieldClass.OFFICE) Instant at) {}

    /** @param reason null where it is that she said no */
    record Stopped(
            @Classified(value = FieldClass.OFFICE, freeText = true) @Nullable String reason,
            @Classified(FieldClass.OFFICE) @Nullable String by,
            @Classified(FieldClass.OFFICE) @Nullable Instant at) {}

    record Pledge(
            @Classified(FieldClass.OTHER_PARTY) String agency,
            @Classified(FieldClass.OTHER_PARTY) String name,
            @Classified(FieldClass.OTHER_PARTY) Relationship relation,
            @Classified(FieldClass.OTHER_PARTY) Instant at) {}

    record Review(
            @Classified(FieldClass.OFFICE) Necessary necessary,
            @Classified(value = FieldClass.OFFICE, freeText = true) String necessaryWhy,
            @Classified(FieldClass.OFFICE) boolean leastKept,
            @Classified(value = FieldClass.OFFICE, freeText = true) String leastWhy,
            @Classified(value = FieldClass.OFFICE, freeText = true) String follows,
            @Classified(FieldClass.OFFICE) String by,
            @Classified(FieldClass.OFFICE) Instant at) {}

    record Telling(
            @Classified(FieldClass.OFFICE) Told told,
            @Classified(FieldClass.OFFICE) @Nullable LocalDate toldOn,
            @Classified(value = FieldClass.OFFICE, freeText = true) @Nullable String unsafeReason,
            @Classified(FieldClass.OFFICE) @Nullable LocalDate lookAgainOn,
            @Classified(FieldClass.OFFICE) String by,
            @Classified(FieldClass.OFFICE) Instant at) {}
}
