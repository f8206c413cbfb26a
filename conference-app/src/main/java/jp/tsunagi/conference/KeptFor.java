package jp.tsunagi.conference;

import java.time.Duration;
import java.time.LocalDate;

/** How long things are kept, as the office has set it. Implemented by the module that keeps the periods, which builds on this one. */
public interface KeptFor {

    /** What was taken out as a table. */
    Duration exports();

    /** The last day on which the record is kept of a case that ends on that day. */
    LocalDate until(LocalDate ended);
}
