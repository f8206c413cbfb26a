/** The inbox of record: what agencies are told, without anything personal, and whether they have read it. */
@NullMarked
package jp.tsunagi.notice;

import org.jspecify.annotations.NullMarked;
