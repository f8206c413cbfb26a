package jp.tsunagi.command;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import jp.tsunagi.account.Officer;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.shared.TimeConfiguration;

/**
 * The circumstances of an act.
 *
 * @param id the same for a repeat of the same act; ties the audit's intent to its outcome
 * @param digest keyed digest of what was asked, to tell a repeat from another use of the same key
 * @param officer who acts
 * @param forAgency the agency acted for: the officer's own, or the one that only has telephone and fax
 * @param at now
 */
public record Command(String id, String digest, Officer officer, AgencyCode forAgency, Instant at) {

    /** Today in Japan. */
    public LocalDate today() {
        return now().toLocalDate();
    }

    /** Now in Japan, without a zone. */
    public LocalDateTime now() {
        return LocalDateTime.ofInstant(at, TimeConfiguration.JAPAN);
    }

    public boolean onBehalf() {
        return !officer.agency().equals(forAgency);
    }
}
