package jp.tsunagi.account;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What is pledged, as the message files word it ({@code pledge.*}). Whoever changes what it means gives it another version:
 * then everybody is asked anew.
 */
@Component
class PledgeText {

    private final MessageSource messages;

    PledgeText(MessageSource messages) {
        this.messages = messages;
    }

    /** The version in force. */
    String version() {
        return messages.getMessage("pledge.version", null, Locale.JAPANESE);
    }

    /** Its clauses, each to be agreed to by itself. */
    List<String> clauses(Locale locale) {
        int many = Integer.parseInt(messages.getMessage("pledge.clauses", null, Locale.JAPANESE));
        return IntStream.rangeClosed(1, many)
                .mapToObj(number -> messages.getMessage("pledge.clause." + number, null, locale))
                .toList();
    }
}
