/**
 * The wire: one record per message with its JSON Schema, the headers, the codec and the encryption of what carries
 * personal data. Used by both ends; depends on neither.
 */
@NullMarked
package jp.tsunagi.integration.contract;

import org.jspecify.annotations.NullMarked;
