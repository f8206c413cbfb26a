package jp.tsunagi.document;

import java.time.ZonedDateTime;

/**
 * For whom and when one copy of a paper is made, as its margins say it. None of it may hold a person's name.
 *
 * @param reference the conference's number, such as K-2026-0012
 * @param audience for whom, such as 「旭川市 用」
 * @param version which edition, such as 第2版
 * @param serialNumber the number of this copy
 * @param madeAt when it was made, in Japan's time
 * @param userMark stands for the officer who had it made (利用者記号)
 */
public record Edition(
        String reference,
        String audience,
        String version,
        String serialNumber,
        ZonedDateTime madeAt,
        String userMark) {}
