package jp.tsunagi.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Map;

/**
 * A problem document (RFC 9457). It names neither the path nor anything typed, so that two callers who must not be told
 * apart get the same bytes.
 *
 * @param type {@code urn:tsunagi:problem:} and the rule
 * @param title the kind, in Japanese
 * @param detail what happened and what to do, in Japanese
 * @param detailEn the same in English
 * @param rule which rule refused
 * @param fields field to what is wrong with it, in Japanese; absent where no single field is
 * @param fieldsEn the same in English
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"type", "title", "status", "detail", "detailEn", "rule", "fields", "fieldsEn"})
record Problem(
        String type,
        String title,
        int status,
        String detail,
        String detailEn,
        String rule,
        Map<String, String> fields,
        Map<String, String> fieldsEn) {}
