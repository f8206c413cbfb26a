/** The few words that every module speaks: refusals, identifiers, dates of the Japanese era. Kept tiny. */
@NullMarked
package jp.tsunagi.shared;

import org.jspecify.annotations.NullMarked;
