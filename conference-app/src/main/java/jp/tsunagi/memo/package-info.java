/**
 * Contact memos (連絡メモ): what agencies write to each other around a conference, each to the agencies chosen for it, with
 * files. Who may read is decided by the one policy at each read, with the reader's relation of that moment.
 */
@NullMarked
package jp.tsunagi.memo;

import org.jspecify.annotations.NullMarked;
