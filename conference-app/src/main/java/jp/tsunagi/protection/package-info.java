/**
 * What keeps her safe: the class of each field, the one redaction policy, and encryption at rest.
 *
 * <p>Every stored record goes through {@link jp.tsunagi.protection.RecordCodec}, which seals what is classified above
 * schedule; every read goes through {@link jp.tsunagi.protection.RedactionPolicy}.
 */
@NullMarked
package jp.tsunagi.protection;

import org.jspecify.annotations.NullMarked;
