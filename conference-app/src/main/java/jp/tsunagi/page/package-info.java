/**
 * What every page has in common: the frame, forms that keep what was typed, drafts, the lock, and how a page says no. The
 * pages themselves belong to their features.
 */
@NullMarked
package jp.tsunagi.page;

import org.jspecify.annotations.NullMarked;
