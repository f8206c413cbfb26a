/** The hash chain of who did and saw what: written before data leave, with no personal content. */
@NullMarked
package jp.tsunagi.audit;

import org.jspecify.annotations.NullMarked;
