package jp.tsunagi.document;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The honest report of what was shared of one conference (共有の報告, domain.md N4), in words for the person herself: what
 * went to whom, when, on which consent; what was stopped; what cannot be taken back. It names agencies, papers and times,
 * and nothing that stands in the papers.
 *
 * @param number which conference of its case (第n回)
 * @param consents what she agreed to, in order
 * @param withdrawals what she took back, in order
 * @param shared what went to agencies that she agreed to, by agency and time
 * @param disclosed what was decided to be disclosed without her consent, in order
 * @param withoutConsent what of it was opened, by agency and time
 * @param within what those who help her had made for themselves
 * @param stopped what did not reach an agency any more
 */
public record SharingReport(
        Edition edition,
        int number,
        List<Agreed> consents,
        List<Withdrawn> withdrawals,
        List<Shared> shared,
        List<Disclosed> disclosed,
        List<Shared> withoutConsent,
        List<Shared> within,
        List<Stopped> stopped) {

    public SharingReport {
        consents = List.copyOf(consents);
        withdrawals = List.copyOf(withdrawals);
        shared = List.copyOf(shared);
        disclosed = List.copyOf(disclosed);
        withoutConsent = List.copyOf(withoutConsent);
        within = List.copyOf(within);
        stopped = List.copyOf(stopped);
    }

    /**
     * One consent.
     *
     * @param status code: GIVEN, VERIFIED, REFUSED, WITHDRAWN, SUPERSEDED, EXPIRED
     * @param since when it was confirmed, in Japan's time; null where it never was
     */
    public record Agreed(int number, String status, @Nullable LocalDateTime since, List<String> agencies) {

        public Agreed {
            agencies = List.copyOf(agencies);
        }
    }

    /** What she took back. @param agencies empty for all */
    public record Withdrawn(LocalDateTime at, List<String> agencies) {

        public Withdrawn {
            agencies = List.copyOf(agencies);
        }
    }

    /**
     * What went to one agency on one consent.
     *
     * @param kind code of the paper, or of what was looked at
     * @param consentNumber 0 where there was none yet
     * @param times how often, at least once
     */
    public record Shared(
            String agency, String kind, int consentNumber, LocalDateTime first, LocalDateTime last, int times) {}

    /**
     * A decision to disclose without her consent.
     *
     * @param basis what it was based on, as the office words it
     * @param until when it ended, or will
     */
    public record Disclosed(List<String> agencies, String basis, LocalDateTime from, LocalDateTime until) {

        public Disclosed {
            agencies = List.copyOf(agencies);
        }
    }

    /**
     * What was stopped for one agency.
     *
     * @param kind NOTICE for one that was taken back unread, FURTHER for all that would have come
     */
    public record Stopped(String agency, String kind) {}
}
