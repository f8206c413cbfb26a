package jp.tsunagi.casefile;

import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import org.jspecify.annotations.Nullable;

/**
 * What would let her be found (N2), as the requesting agency entered it. Hidden unless a positive permission exists.
 *
 * @param address as on the form, null where not entered
 */
public record LocationGroup(@Classified(FieldClass.LOCATION) @Nullable String address) {}
