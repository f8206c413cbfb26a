package jp.tsunagi.integration.contract;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer of the agency that is with her to a consent check.
 *
 * @param result CONSENTED, REFUSED or UNREACHABLE
 */
public record ConsentAnswer(
        String conferenceId,
        String result,
        @Nullable String method,
        @Nullable String confirmedBy,
        @Nullable LocalDate confirmedOn,
        @Nullable LocalDate validUntil,
        List<String> recipients,
        @Nullable List<String> purposes,
        @Nullable Boolean refusalExplained)
        implements AgencyBody {

    public ConsentAnswer {
        recipients = Lists.orEmpty(recipients);
    }
}
