/**
 * What every call of the HTTP API has in common: how its JSON is read, what it is refused with and in which words, how
 * large it may be, and its description.
 *
 * <p>The words stand in {@code problems_ja.properties} and {@code problems_en.properties}; pages take them from
 * {@link jp.tsunagi.web.ProblemTexts} too, so that a field has one sentence everywhere.
 */
@NullMarked
package jp.tsunagi.web;

import org.jspecify.annotations.NullMarked;
