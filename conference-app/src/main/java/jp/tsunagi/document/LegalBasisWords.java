package jp.tsunagi.document;

import java.util.stream.Stream;

/**
 * The codes of the laws that a conference can rest on, and of the secrecy each asks for: every paper that names its law
 * has words for all of them (domain.md E10: the name 支援調整会議 alone names two).
 */
final class LegalBasisWords {

    private static final String[] LAWS = {"WOMENS_SUPPORT_ACT_15", "DV_ACT_COUNCIL", "CHILD_WELFARE_ACT_25_2"};

    private LegalBasisWords() {}

    static String[] withSecrecyAnd(String... more) {
        return Stream.of(Stream.of(LAWS), Stream.of(LAWS).map(LegalBasisWords::secrecy), Stream.of(more))
                .flatMap(codes -> codes)
                .toArray(String[]::new);
    }

    /** The code of the duty of secrecy under that law. */
    static String secrecy(String law) {
        return "SECRECY_" + law;
    }
}
