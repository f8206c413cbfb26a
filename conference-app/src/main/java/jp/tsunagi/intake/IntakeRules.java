package jp.tsunagi.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jp.tsunagi.command.Command;
import jp.tsunagi.conference.Directory;
import jp.tsunagi.conference.FieldCheck;
import jp.tsunagi.intake.IntakeDesk.Kept;
import jp.tsunagi.plan.SafeToCarry;
import org.springframework.stereotype.Component;

/** What a sheet, what is given of it and its list must and may say. Finds everything at once, so that one reply mends all. */
@Component
class IntakeRules {

    private static final String RULE = "intake.incomplete";
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_PROCEDURE = 200;
    private static final int LONGEST_NOTE = 500;
    private static final int MOST_PROCEDURES = 40;
    private static final int MOST_DOCUMENTS = 15;
    private static final int LAST_VISIT = 20;

    private final Directory directory;
    private final Divisions divisions;
    private final SafeToCarry safe;

    IntakeRules(Directory directory, Divisions divisions, SafeToCarry safe) {
        this.directory = directory;
        this.divisions = divisions;
        this.safe = safe;
    }

    void told(SheetParts parts) {
        FieldCheck fields = new FieldCheck(directory);
        parts.check(fields);
        fields.refuseUnder(RULE);
    }

    void given(GivingForm form, Kept kept, Command command) {
        FieldCheck fields = new FieldCheck(directory);
        String division = form.division();
        fields.chosen("division", division);
        if (division != null
                && !division.isBlank()
                && !divisions.of(kept.casefile()).contains(division)) {
            fields.add("division", "unknown-section");
        }
        boolean nothing = Objects.requireNonNullElse(form.parts(), List.of()).isEmpty();
        if (nothing && (division == null || kept.sheet().record().of(division).isEmpty())) {
            fields.add("parts", "choose");
        }
        LocalDate agreedOn = form.agreedOn();
        fields.present("agreedOn", agreedOn);
        if (agreedOn != null && agreedOn.isAfter(command.today())) {
            fields.add("agreedOn", "not-future");
        }
        fields.required("toldBy", form.toldBy());
        fields.name("toldBy", form.toldBy(), LONGEST_NAME);
        fields.refuseUnder(RULE);
    }

    void listed(List<ProceduresForm.Row> rows) {
        FieldCheck fields = new FieldCheck(directory);
        fields.atMost("procedures", rows, MOST_PROCEDURES);
        fields.each("procedures", rows, (path, row) -> {
            Integer visit = row.visit();
            fields.present(path + ".visit", visit);
            if (visit != null && (visit < 1 || visit > LAST_VISIT)) {
                fields.add(path + ".visit", "between", 1, LAST_VISIT);
            }
            fields.required(path + ".procedure", row.procedure());
            fields.text(path + ".procedure", row.procedure(), LONGEST_PROCEDURE);
            fields.required(path + ".division", row.division());
            fields.name(path + ".division", row.division(), LONGEST_NAME);
            List<String> documents = Objects.requireNonNullElse(row.documents(), List.of());
            fields.atMost(path + ".documents", documents, MOST_DOCUMENTS);
            documents.forEach(document -> fields.text(path + ".documents", document, LONGEST_NAME));
            fields.text(path + ".note", row.note(), LONGEST_NOTE);
            fields.text(path + ".carryWords", row.carryWords(), LONGEST_NAME);
        });
        carried(rows, fields);
        fields.refuseUnder(RULE);
    }

    /** What it is called on the paper that she carries must not tell on her. */
    private void carried(List<ProceduresForm.Row> rows, FieldCheck fields) {
        List<String> words = new ArrayList<>();
        rows.forEach(row -> words.add(Objects.requireNonNullElse(row.carryWords(), "")));
        List<Optional<String>> telling = safe.telling(words);
        for (int i = 0; i < rows.size(); i++) {
            String path = "procedures[" + i + "].carryWords";
            telling.get(i).ifPresent(word -> fields.add(path, "telling-word", word));
        }
    }
}
