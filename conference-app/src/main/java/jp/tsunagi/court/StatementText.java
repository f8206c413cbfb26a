package jp.tsunagi.court;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.tsunagi.court.ConsultationRecord.Entry;
import jp.tsunagi.protection.Passages;
import jp.tsunagi.shared.EraDates;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What a statement begins with: the chosen entries in the order of their days, in the words in which they were written,
 * without the passages that she wants withheld.
 */
@Component
class StatementText {

    private final MessageSource messages;

    StatementText(MessageSource messages) {
        this.messages = messages;
    }

    String circumstances(List<Entry> entries) {
        return text(entries, Entry::asked);
    }

    String response(List<Entry> entries) {
        return text(entries, Entry::taken);
    }

    private String text(List<Entry> entries, Function<Entry, String> words) {
        return entries.stream()
                .map(entry -> head(entry) + "\n"
                        + Passages.withoutAll(words.apply(entry)).strip())
                .collect(Collectors.joining("\n\n"));
    }

    /** Papers are in Japanese, whatever language the screen is in. */
    private String head(Entry entry) {
        String hour = entry.at() == null
                ? ""
                : String.format(
                        Locale.ROOT,
                        "%d時%02d分",
                        entry.at().getHour(),
                        entry.at().getMinute());
        String channel = entry.channel() == ConsultationForm.Channel.ELSEWHERE
                ? ""
                : "（" + messages.getMessage("consultation-channel." + entry.channel(), null, Locale.JAPANESE) + "）";
        return EraDates.format(entry.on()) + hour + "　" + entry.officeName() + channel;
    }
}
