/**
 * The path without her consent (同意によらない提供, domain.md N8): what is disclosed to which agency, on which legal basis, by
 * whose two hands; that it ends by itself after 72 hours; that it is reviewed afterwards, and that she is told.
 */
@NullMarked
package jp.tsunagi.disclosure;

import org.jspecify.annotations.NullMarked;
