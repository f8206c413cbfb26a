/**
 * Asking for papers back (回収): whoever supports her asks an agency to return or destroy what it got of a conference, and
 * the agency says what became of it (ui.md S38). It stands beside the sharing ledger, and takes nothing out of it.
 */
@NullMarked
package jp.tsunagi.recovery;

import org.jspecify.annotations.NullMarked;
