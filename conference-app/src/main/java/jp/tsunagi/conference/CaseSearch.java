package jp.tsunagi.conference;

import static com.mongodb.client.model.Filters.eq;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.casefile.SamePerson;
import jp.tsunagi.command.Acts;
import jp.tsunagi.command.Command;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Projection;
import org.springframework.stereotype.Service;

/**
 * Finds conferences by their reference, or by her whole name in kana, a former one or one she goes by. By a name only those whose
 * name the policy shows to the officer: that one of the numbers of a worklist is hers is told to nobody else.
 */
@Service
class CaseSearch {

    private final Conferences conferences;
    private final SamePerson samePerson;
    private final Reading reading;
    private final Desk desk;
    private final Acts acts;

    CaseSearch(Conferences conferences, SamePerson samePerson, Reading reading, Desk desk, Acts acts) {
        this.conferences = conferences;
        this.samePerson = samePerson;
        this.reading = reading;
        this.desk = desk;
        this.acts = acts;
    }

    /** What the officer may see of what fits; that it was found by a name is entered into the audit first. */
    List<Listed> find(String wanted, Command command) {
        if (wanted.isBlank()) {
            return List.of();
        }
        Map<String, Listed> found = new LinkedHashMap<>();
        for (CaseConference conference : conferences.list(eq("reference", reference(wanted)), 0, 1)) {
            Desk.Sight sight = desk.sight(conference, command);
            if (!sight.standing().relations().isEmpty()) {
                found.put(conference.id().value(), Listed.of(sight));
            }
        }
        for (CaseId caseId : samePerson.named(wanted)) {
            for (CaseConference conference : conferences.ofCase(caseId)) {
                Desk.Sight sight = desk.sight(conference, command);
                if (showsName(sight, wanted, command)) {
                    acts.shown(
                            command,
                            "conference.search",
                            caseId.value(),
                            conference.id().value(),
                            List.of(FieldClass.IDENTITY.name()));
                    found.putIfAbsent(conference.id().value(), Listed.of(sight));
                }
            }
        }
        return new ArrayList<>(found.values());
    }

    private boolean showsName(Desk.Sight sight, String wanted, Command command) {
        if (sight.standing().relations().isEmpty()) {
            return false;
        }
        Projection projection = reading.projection(sight, command.today());
        Shown shown = Shown.of(projection);
        return Stream.of(
                        shown.text("kana"),
                        SamePerson.wholeFormerName(shown.text("formerName"), shown.text("name")),
                        shown.text("commonName"),
                        shown.text("callName"))
                .anyMatch(name -> name != null && samePerson.sameName(wanted, name));
    }

    /** As a reference is written, however it was typed: ｒ８－００１２ is R8-0012. */
    static String reference(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .strip()
                .toUpperCase(Locale.ROOT)
                .replaceAll("[\\u2010-\\u2015\\u2212\\u30FC]", "-");
    }
}
