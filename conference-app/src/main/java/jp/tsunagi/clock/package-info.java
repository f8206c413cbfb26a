/**
 * The statutory clock: one calendar, for the agency that leads a case, of the periods that a law or a decision sets
 * (protection orders, the resident-register measure, temporary protection, her consent, the review of her plan), with
 * reminders that name nothing of hers.
 */
@NullMarked
package jp.tsunagi.clock;

import org.jspecify.annotations.NullMarked;
