package jp.tsunagi.document;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The notice of convening (招集通知) to one recipient. Nothing of hers is ever in it: it lies on desks before anybody has
 * pledged anything.
 *
 * @param edition for whom and when this edition was made
 * @param recipient the agency it is addressed to
 * @param via the agency through which it reaches the recipient (関係機関を通じて), null where it is direct
 * @param number which conference of its case (第n回)
 * @param legalBasis code of the law, see {@link LegalBasisWords}
 * @param start in Japan's time
 * @param place null where this recipient must not know it: then the paper does not even speak of it
 * @param moderator the agency that chairs
 * @param recorder the agency that takes the minutes
 * @param due by when to answer, to pledge and to send the information sheet; null once that is past
 * @param participants the agencies that take part; empty where this recipient must not know them
 */
public record ConveningNotice(
        Edition edition,
        String recipient,
        @Nullable String via,
        int number,
        String legalBasis,
        @Nullable LocalDateTime start,
        @Nullable LocalDateTime end,
        @Nullable String place,
        boolean online,
        @Nullable String moderator,
        @Nullable String recorder,
        @Nullable LocalDate due,
        List<String> participants) {

    public ConveningNotice {
        participants = List.copyOf(participants);
    }
}
