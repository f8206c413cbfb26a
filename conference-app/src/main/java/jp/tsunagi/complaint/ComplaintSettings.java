package jp.tsunagi.complaint;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param answerWithin business days after it was received, by which a complaint is answered where no other day is set */
@ConfigurationProperties("tsunagi.complaints")
record ComplaintSettings(@DefaultValue("10") int answerWithin) {

    private static final int LONGEST = 60;

    ComplaintSettings {
        if (answerWithin < 1 || answerWithin > LONGEST) {
            throw new IllegalArgumentException("tsunagi.complaints.answer-within lies between 1 and 60");
        }
    }
}
