/**
 * The measures that a support plan may choose from, by the four pillars of the support, as an office words them in {@code
 * config/catalogue}.
 */
@NullMarked
package jp.tsunagi.catalogue;

import org.jspecify.annotations.NullMarked;
