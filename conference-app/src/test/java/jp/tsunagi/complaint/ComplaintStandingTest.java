package jp.tsunagi.complaint;

import static jp.tsunagi.complaint.ComplaintFixtures.ASAHIKAWA;
import static jp.tsunagi.complaint.ComplaintFixtures.CENTER;
import static jp.tsunagi.complaint.ComplaintFixtures.POLICE;
import static jp.tsunagi.complaint.ComplaintFixtures.RECORDER;
import static jp.tsunagi.complaint.ComplaintFixtures.SAPPORO;
import static jp.tsunagi.complaint.ComplaintFixtures.about;
import static jp.tsunagi.complaint.ComplaintFixtures.by;
import static jp.tsunagi.complaint.ComplaintFixtures.officer;
import static jp.tsunagi.complaint.ComplaintFixtures.received;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.Role;
import jp.tsunagi.protection.ConsentScope;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.RedactionPolicy;
import jp.tsunagi.protection.Relation;
import jp.tsunagi.shared.TextTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may know of a complaint, against a table that the office can read. */
class ComplaintStandingTest {

    private static final TextTable TABLE = TextTable.read("complaint-readers.txt");

    private static final Officer COLLEAGUE = officer("colleague", SAPPORO, Role.COUNSELLOR);
    private static final Officer LEAD = officer("lead", ASAHIKAWA, Role.PARTICIPANT);
    private static final Officer STAFF = officer("center", CENTER, Role.CENTER_STAFF);
    private static final Officer DIRECTOR = officer("director", CENTER, Role.DIRECTOR);

    private static final Map<String, Officer> OFFICERS = Map.ofEntries(
            Map.entry("recorder", RECORDER),
            Map.entry("colleague", COLLEAGUE),
            Map.entry("othersection", officer("othersection", SAPPORO, Role.COUNSELLOR)),
            Map.entry("lead", LEAD),
            Map.entry("center", STAFF),
            Map.entry("center2", officer("center2", CENTER, Role.CENTER_STAFF)),
            Map.entry("director", DIRECTOR),
            Map.entry(
                    "gateway",
                    new Officer(new AccountId("gateway"), "", SAPPORO, "", Set.of(Role.COUNSELLOR), false, false)),
            Map.entry("police", officer("police", POLICE, Role.PARTICIPANT)),
            Map.entry("auditor", officer("auditor", CENTER, Role.AUDITOR)),
            Map.entry("admin", officer("admin", CENTER, Role.ADMINISTRATOR)));
    private static final Set<String> GO_WITH_HER = Set.of("recorder", "colleague", "lead", "gateway");

    static Set<String> complaints() {
        return TABLE.rows();
    }

    @ParameterizedTest
    @MethodSource("complaints")
    void findsAndHandlesItAsTheTableSays(String row) {
        ComplaintRecord complaint = complaint(row);
        Map<String, String> found = new LinkedHashMap<>();
        Map<String, String> expected = new LinkedHashMap<>();
        for (String who : TABLE.columns()) {
            ComplaintStanding standing = standing(who);
            expected.put(who, TABLE.cell(row, who));
            found.put(who, standing.handles(complaint) ? "handles" : standing.reads(complaint) ? "reads" : "-");
            assertThat(standing.relations(complaint).contains(Relation.COMPLAINT_READER))
                    .isEqualTo(standing.reads(complaint));
        }

        assertThat(found).isEqualTo(expected);
    }

    @Test
    void whoStandsInNoRelationToItIsShownNothing() {
        Set<Relation> none = standing("colleague").relations(complaint("Sapporo: about the colleague, kept"));

        assertThat(RedactionPolicy.decide(none, ConsentScope.NOTHING).shown()).isEmpty();
        assertThat(RedactionPolicy.decide(Set.of(Relation.COMPLAINT_READER), ConsentScope.NOTHING)
                        .shown())
                .contains(FieldClass.COMPLAINT)
                .doesNotContain(FieldClass.IDENTITY, FieldClass.LOCATION, FieldClass.NARRATIVE);
    }

    private static ComplaintStanding standing(String who) {
        return new ComplaintStanding(OFFICERS.get(who), GO_WITH_HER.contains(who), CENTER);
    }

    private static ComplaintRecord complaint(String row) {
        Officer receiver = row.startsWith("Sapporo:") ? RECORDER : row.startsWith("Center:") ? STAFF : LEAD;
        boolean kept = row.endsWith(", kept");
        String whom = row.replaceFirst(".*: about ", "").replace(", kept", "");
        About about =
                switch (whom) {
                    case "the police" -> about(POLICE, kept);
                    case "the colleague" -> about(SAPPORO, kept, COLLEAGUE);
                    case "Sapporo" -> about(SAPPORO, kept);
                    case "Asahikawa" -> about(ASAHIKAWA, kept);
                    case "the Center" -> about(CENTER, kept);
                    case "the center officer" -> about(CENTER, kept, STAFF);
                    case "the director" -> about(CENTER, kept, DIRECTOR);
                    default -> throw new IllegalArgumentException(row);
                };
        Set<Officer> named = whom.equals("the director") ? Set.of(DIRECTOR) : Set.of();
        return received(receiver, about, named, "2026-11-20", by(receiver, "2026-11-20"))
                .toRecord();
    }
}
