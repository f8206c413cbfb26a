/** The case (事案): whose it is, where she is, what she consented to, and who may know of it. */
@NullMarked
package jp.tsunagi.casefile;

import org.jspecify.annotations.NullMarked;
