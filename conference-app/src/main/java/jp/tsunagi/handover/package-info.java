/**
 * The hand-over (引継ぎ) of a case to another agency, inside the hub or elsewhere, and taking one over from elsewhere: what goes
 * along is chosen with her, nothing is seen before it is accepted, and what was taken over is a case of its own from then on.
 */
@NullMarked
package jp.tsunagi.handover;

import org.jspecify.annotations.NullMarked;
