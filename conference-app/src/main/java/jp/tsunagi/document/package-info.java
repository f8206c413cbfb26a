/**
 * The papers of a case conference as accessible PDF: the Hokkaido form 個別ケース検討会議資料.
 *
 * <p>Prints values that are already redacted for one viewer. Knows no aggregate, no store and no web. What an office
 * changes (labels, widths, notes, fonts) lies in {@code templates/}.
 */
@NullMarked
package jp.tsunagi.document;

import org.jspecify.annotations.NullMarked;
