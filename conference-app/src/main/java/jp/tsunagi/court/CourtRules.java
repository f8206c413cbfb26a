package jp.tsunagi.court;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import jp.tsunagi.conference.Directory;
import jp.tsunagi.conference.FieldCheck;
import jp.tsunagi.wording.TellingWords;
import org.jspecify.annotations.Nullable;

/** What may and must be typed for a court. Finds everything at once, so that one reply mends all. */
final class CourtRules {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_TEXT = 4_000;
    private static final int LONGEST_STATEMENT = 12_000;
    private static final int LONGEST_REASON = 1_000;
    private static final int MOST_ENTRIES = 100;
    private static final int OLDEST_YEARS = 30;

    private final FieldCheck fields;
    private final LocalDate today;

    CourtRules(Directory directory, LocalDate today) {
        this.fields = new FieldCheck(directory);
        this.today = today;
    }

    /** @throws jp.tsunagi.shared.Refused {@code consultation.incomplete} with the fields */
    void consulted(ConsultationForm form) {
        fields.present("consultedOn", form.consultedOn());
        notFuture("consultedOn", form.consultedOn());
        if (form.consultedOn() != null && form.consultedOn().isBefore(today.minusYears(OLDEST_YEARS))) {
            fields.add(
                    "consultedOn", "not-before", today.minusYears(OLDEST_YEARS).toString());
        }
        fields.chosen("office", form.office());
        fields.name("officeName", form.officeName(), LONGEST_NAME);
        fields.chosen("channel", form.channel());
        fields.required("asked", form.asked());
        fields.text("asked", form.asked(), LONGEST_TEXT);
        fields.required("taken", form.taken());
        fields.text("taken", form.taken(), LONGEST_TEXT);
        if (form.corrects() != null) {
            fields.required("correctionReason", form.correctionReason());
        }
        fields.text("correctionReason", form.correctionReason(), LONGEST_REASON);
        fields.refuseUnder("consultation.incomplete");
    }

    /** @throws jp.tsunagi.shared.Refused {@code court.incomplete} with the fields */
    void asked(StatementForm form, TellingWords telling) {
        fields.required("court", form.court());
        fields.name("court", form.court(), LONGEST_NAME);
        says("court", form.court(), telling);
        fields.required("caseNumber", form.caseNumber());
        fields.name("caseNumber", form.caseNumber(), LONGEST_NAME);
        says("caseNumber", form.caseNumber(), telling);
        fields.present("askedOn", form.askedOn());
        notFuture("askedOn", form.askedOn());
        fields.present("answerBy", form.answerBy());
        if (form.answerBy() != null && form.askedOn() != null && form.answerBy().isBefore(form.askedOn())) {
            fields.add("answerBy", "not-before", form.askedOn().toString());
        }
        fields.refuseUnder("court.incomplete");
    }

    /** @throws jp.tsunagi.shared.Refused {@code court.incomplete} with the fields; the words that tell are named there */
    void written(StatementRecord.Content content, TellingWords telling) {
        fields.required("applicant", content.applicant());
        fields.name("applicant", content.applicant(), LONGEST_NAME);
        if (content.entries().isEmpty()) {
            fields.add("entries", "at-least-one");
        }
        fields.atMost("entries", content.entries(), MOST_ENTRIES);
        fields.required("circumstances", content.circumstances());
        fields.text("circumstances", content.circumstances(), LONGEST_STATEMENT);
        says("circumstances", content.circumstances(), telling, content.applicant());
        fields.required("response", content.response());
        fields.text("response", content.response(), LONGEST_STATEMENT);
        says("response", content.response(), telling, content.applicant());
        fields.refuseUnder("court.incomplete");
    }

    /** @throws jp.tsunagi.shared.Refused {@code court.incomplete} with the fields */
    void confirmed(StatementForm.Confirmation form) {
        fields.present("version", form.version());
        if (!Objects.equals(form.checked(), true)) {
            fields.add("checked", "choose");
        }
        fields.refuseUnder("court.incomplete");
    }

    /** @throws jp.tsunagi.shared.Refused {@code court.incomplete} with the fields */
    void handedOver(StatementForm.HandingOver form, LocalDate askedOn, List<LocalDate> confirmedOn) {
        fields.present("version", form.version());
        fields.present("handedOn", form.handedOn());
        notFuture("handedOn", form.handedOn());
        confirmedOn.stream()
                .filter(day -> form.handedOn() != null && form.handedOn().isBefore(day))
                .findFirst()
                .ifPresent(day -> fields.add("handedOn", "not-before", day.toString()));
        if (confirmedOn.isEmpty() && form.handedOn() != null && form.handedOn().isBefore(askedOn)) {
            fields.add("handedOn", "not-before", askedOn.toString());
        }
        fields.chosen("way", form.way());
        fields.refuseUnder("court.incomplete");
    }

    private void says(String field, @Nullable String text, TellingWords telling, String... said) {
        if (text != null) {
            telling.words(text, List.of(said)).forEach(word -> fields.add(field, "telling-court", word));
        }
    }

    private void notFuture(String field, @Nullable LocalDate day) {
        if (day != null && day.isAfter(today)) {
            fields.add(field, "not-future");
        }
    }
}
