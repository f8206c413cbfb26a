package jp.tsunagi.plan;

import java.time.LocalDate;
import java.util.Optional;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.conference.Directory;
import jp.tsunagi.plan.PlanContent.Measure;

/** Why an agency cannot do its measure any more, as far as the plan can know. */
enum LostAgency {
    /** Her consent does not cover it today. */
    NO_CONSENT,
    /** It takes no part any more. */
    LEFT_DIRECTORY;

    /** Empty where it can: those who take part without being named need no consent. */
    static Optional<LostAgency> of(
            Measure measure, VersionRecord version, Casefile casefile, Directory directory, LocalDate today) {
        String code = measure.agency();
        if (code == null || code.isBlank()) {
            return Optional.empty();
        }
        if (!directory.isActive(code)) {
            return Optional.of(LEFT_DIRECTORY);
        }
        AgencyCode agency = new AgencyCode(code);
        boolean unnamed = agency.equals(casefile.requestingAgency())
                || agency.equals(directory.center())
                || agency.equals(version.team().agency())
                || code.equals(version.content().leadAgency());
        return unnamed || casefile.scopeFor(agency, today).covers() ? Optional.empty() : Optional.of(NO_CONSENT);
    }
}
