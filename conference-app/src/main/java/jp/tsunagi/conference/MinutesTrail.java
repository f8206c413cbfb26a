package jp.tsunagi.conference;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jp.tsunagi.account.Accounts;
import jp.tsunagi.conference.MinutesParagraphs.Paragraph;
import jp.tsunagi.conference.MinutesRecord.Correction;
import jp.tsunagi.conference.MinutesRecord.Part;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Grants;
import jp.tsunagi.protection.Projection;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How the minutes came to read as they do, as far as one reader sees them. */
@Component
class MinutesTrail {

    private final MinutesParagraphs paragraphs;
    private final Accounts accounts;

    MinutesTrail(MinutesParagraphs paragraphs, Accounts accounts) {
        this.paragraphs = paragraphs;
        this.accounts = accounts;
    }

    /** Who corrected and why, before the policy. */
    record View(
            @Classified(FieldClass.AGENCY) String agency,
            @Classified(FieldClass.STAFF) @Nullable String by,
            @Classified(value = FieldClass.OUTCOME, freeText = true) @Nullable String reason) {}

    /**
     * A correction as it is shown.
     *
     * @param version the version of the report that it made
     * @param number of the paragraph in the reader's edition, null where it is not in it any more
     * @param by who, null where only the agency is shown; {@code reason} likewise
     * @param before null where the reader did not see it
     */
    record Corrected(
            int version,
            @Nullable Integer number,
            Part kind,
            Instant at,
            String agency,
            @Nullable String by,
            @Nullable String reason,
            @Nullable Map<String, Object> before,
            @Nullable Map<String, Object> after) {}

    /** The oldest first; without those of which this reader would see no difference. */
    List<Corrected> of(Minutes minutes, ConferenceId conference, Grants grants) {
        List<Corrected> all = new ArrayList<>();
        for (Correction correction : minutes.corrections()) {
            Optional<Paragraph> before =
                    paragraphs.shown(conference, correction.before(), grants).at(correction.place());
            Optional<Paragraph> after = paragraphs
                    .shown(conference, minutes.after(correction), grants)
                    .at(correction.place());
            if (before.map(Paragraph::said).equals(after.map(Paragraph::said))) {
                continue;
            }
            Shown told = Shown.of(Projection.of(
                    new View(
                            correction.agency().value(),
                            accounts.nameOf(correction.by()).orElse(null),
                            correction.reason()),
                    grants));
            all.add(new Corrected(
                    correction.reportVersion(),
                    after.map(Paragraph::number).orElse(null),
                    correction.place().part(),
                    correction.at(),
                    Objects.requireNonNull(told.text("agency")),
                    told.text("by"),
                    told.text("reason"),
                    before.map(Paragraph::said).orElse(null),
                    after.map(Paragraph::said).orElse(null)));
        }
        return all;
    }
}
