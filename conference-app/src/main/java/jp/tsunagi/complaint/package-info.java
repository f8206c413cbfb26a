/**
 * Complaints (苦情) about the work of officers: received of her or for her, answered by a day, followed by a review of the
 * support that is written down, and kept from those complained about where that is asked (DV Act, Art. 9-2).
 */
@NullMarked
package jp.tsunagi.complaint;

import org.jspecify.annotations.NullMarked;
