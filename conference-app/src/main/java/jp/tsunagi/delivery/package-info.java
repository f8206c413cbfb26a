/** Who got which edition of what, when, and on which consent: the ledger that a withdrawal is answered from. */
@NullMarked
package jp.tsunagi.delivery;

import org.jspecify.annotations.NullMarked;
