/** Words by which a paper would tell what it must not: lists that an office keeps, and how they are looked for. */
@NullMarked
package jp.tsunagi.wording;

import org.jspecify.annotations.NullMarked;
