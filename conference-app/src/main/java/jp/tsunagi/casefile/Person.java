package jp.tsunagi.casefile;

import java.time.LocalDate;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import org.jspecify.annotations.Nullable;

/**
 * The person (本人). Names are kept exactly as typed, never normalised.
 *
 * @param name 1 to 100 code points
 * @param kana in katakana, null where not known
 * @param formerName an earlier name or surname (旧氏)
 * @param commonName a name she is known by besides (通称)
 * @param callName the name she is called by at the meeting, null for her own
 * @param birthDate null where not known
 * @param approximateAge in years, where the birth date is not known
 */
public record Person(
        @Classified(FieldClass.IDENTITY) String name,
        @Classified(FieldClass.IDENTITY) @Nullable String kana,
        @Classified(FieldClass.IDENTITY) @Nullable String formerName,
        @Classified(FieldClass.IDENTITY) @Nullable String commonName,
        @Classified(FieldClass.IDENTITY) @Nullable String callName,
        @Classified(FieldClass.IDENTITY) @Nullable LocalDate birthDate,
        @Classified(FieldClass.IDENTITY) @Nullable Integer approximateAge) {}
