/**
 * How long things are kept, and how they are forgotten: the periods of the office, legal holds, deletion by two officers,
 * the shredding of a case with everything that hangs on it, its certificate, and what is deleted earlier by itself.
 */
@NullMarked
package jp.tsunagi.retention;

import org.jspecify.annotations.NullMarked;
