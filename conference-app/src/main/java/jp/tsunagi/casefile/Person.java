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
 * @param callName the name used at the meeting, null for her own
 * @param birthDate null where not known
 * @param approximateAge in years, where the birth date is not known
 */
public record Person(
        @Classified(FieldClass.IDENTITY) String name,
        @Classified(FieldClass.IDENTITY) @Nullable String kana,
        @Classified(FieldClass.IDENTITY) @Nullable String callName,
        @Classified(FieldClass.IDENTITY) @Nullable LocalDate birthDate,
        @Classified(FieldClass.IDENTITY) @Nullable Integer approximateAge) {}
