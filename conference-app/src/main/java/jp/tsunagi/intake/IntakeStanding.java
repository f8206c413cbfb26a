package jp.tsunagi.intake;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.Role;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.intake.IntakeRecord.Grant;
import jp.tsunagi.protection.ConsentScope;
import jp.tsunagi.protection.Passages;
import jp.tsunagi.protection.Relation;

/**
 * How one officer stands to an intake sheet at this moment. The team keeps it; an officer of another section has what she
 * gave that section, while it holds.
 *
 * @param blocked whether the officer must not come near the case
 */
record IntakeStanding(Officer officer, Casefile casefile, IntakeRecord sheet, boolean blocked) {

    /** Whether the officer is one of those who keep the sheet of this case. */
    static boolean keeps(Officer officer, Casefile casefile) {
        return officer.person()
                && (officer.is(Role.COUNSELLOR) || officer.is(Role.CENTER_STAFF))
                && casefile.hasOnTeam(officer);
    }

    /** Whether an officer does the work of a section at all. */
    static boolean worksInSection(Officer officer) {
        return officer.person()
                && !officer.section().isEmpty()
                && (officer.is(Role.COUNSELLOR) || officer.is(Role.CENTER_STAFF) || officer.is(Role.PARTICIPANT));
    }

    /** What the officer's section has. */
    Optional<Grant> grant() {
        return worksInSection(officer) && !blocked && officer.worksFor(sheet.agency())
                ? sheet.grant(officer.section(), casefile)
                : Optional.empty();
    }

    /** What the officer is to the sheet as one of a section. */
    Set<Relation> relations() {
        return grant().isPresent() ? EnumSet.of(Relation.INTAKE_DIVISION) : EnumSet.noneOf(Relation.class);
    }

    /** What her word lets the section have: no part but those given, no marked passage of them, and nothing that is told to nobody. */
    ConsentScope scope() {
        return casefile.excluding(grant().map(this::scope).orElse(ConsentScope.NOTHING));
    }

    private ConsentScope scope(Grant grant) {
        Set<String> withheld = new HashSet<>();
        Arrays.stream(IntakePart.values())
                .filter(part -> !grant.parts().contains(part))
                .forEach(part -> withheld.add("parts." + part.field()));
        if (!grant.withName()) {
            withheld.add("name");
        }
        Set<String> items = new HashSet<>();
        sheet.parts().texts().forEach(text -> items.addAll(Passages.items(text)));
        return new ConsentScope(true, grant.parts().stream().anyMatch(IntakePart::location), withheld, items);
    }
}
