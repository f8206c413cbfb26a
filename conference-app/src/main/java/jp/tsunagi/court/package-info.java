/**
 * When and where she asked for help, as a petition for a protection order names it (DV Act, Art. 12), written down while
 * the work goes on; and the statement that the Center owes a court that asks (Art. 14-2). A party may read the statement: it
 * says nothing of where she is, and nothing of a conference.
 */
@NullMarked
package jp.tsunagi.court;

import org.jspecify.annotations.NullMarked;
