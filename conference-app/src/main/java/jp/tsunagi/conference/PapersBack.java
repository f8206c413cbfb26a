package jp.tsunagi.conference;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.tsunagi.agency.AgencyCode;
import org.jspecify.annotations.Nullable;

/** What became of papers that were asked back, to stand beside the ledger. Implemented by the module that asks for them. */
public interface PapersBack {

    /** Of one conference, in the order in which they were asked. */
    List<Back> of(ConferenceId conference);

    /**
     * One agency that was asked.
     *
     * @param handling {@code RETURNED}, {@code DESTROYED} or {@code NOT_HELD}, {@code handledOn} which day; null while it has not said
     */
    record Back(AgencyCode agency, Instant askedAt, @Nullable String handling, @Nullable LocalDate handledOn) {}
}
