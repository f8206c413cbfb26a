package jp.tsunagi.clock;

import java.time.LocalDate;

/**
 * An end that is kept elsewhere, as it was when it was looked at last; for reminding alone.
 *
 * @param remindedThrough reminders up to this day are done with
 */
record Followed(Procedure procedure, LocalDate until, LocalDate remindedThrough) {}
