package jp.tsunagi.handover;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param remindAfter business days after an offer, until the receiving agency is reminded of it
 * @param answerWithin business days after an offer, by which it is to be answered; on the next one those who offered are told
 */
@ConfigurationProperties("tsunagi.hand-overs")
record HandOverSettings(@DefaultValue("3") int remindAfter, @DefaultValue("5") int answerWithin) {

    private static final int LONGEST = 60;

    HandOverSettings {
        if (remindAfter < 1 || answerWithin < remindAfter || answerWithin > LONGEST) {
            throw new IllegalArgumentException(
                    "tsunagi.hand-overs: 1 <= remind-after <= answer-within <= 60 business days");
        }
    }
}
