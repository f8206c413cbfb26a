/**
 * What aggregates announce: entries written in the same save as the change, published later in order, marked as sent
 * beside the aggregate and never in it.
 */
@NullMarked
package jp.tsunagi.outbox;

import org.jspecify.annotations.NullMarked;
