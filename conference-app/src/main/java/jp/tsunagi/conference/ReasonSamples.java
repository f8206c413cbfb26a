package jp.tsunagi.conference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.tsunagi.page.FormPost;
import jp.tsunagi.page.Typed;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Sentences to begin a reason with (文例): {@code sample.<act>.1}, {@code .2} and on, in the message files. */
@Component
class ReasonSamples {

    private static final Pattern INSERT = Pattern.compile("insert:(\\d{1,2})");

    private final MessageSource messages;

    ReasonSamples(MessageSource messages) {
        this.messages = messages;
    }

    List<String> of(String act) {
        Locale locale = LocaleContextHolder.getLocale();
        List<String> samples = new ArrayList<>();
        for (int i = 1; ; i++) {
            String sample = messages.getMessage("sample." + act + "." + i, null, "", locale);
            if (sample == null || sample.isEmpty()) {
                return samples;
            }
            samples.add(sample);
        }
    }

    /** What is typed, with the sentence that was asked for below it; empty where another button was pressed. */
    Optional<Typed> inserted(FormPost form, String act) {
        Matcher wanted = INSERT.matcher(form.action());
        List<String> samples = of(act);
        if (!wanted.matches() || Integer.parseInt(wanted.group(1)) >= samples.size()) {
            return Optional.empty();
        }
        String before = form.typed().text("reason");
        String sample = samples.get(Integer.parseInt(wanted.group(1)));
        return Optional.of(form.typed().with("reason", before.isBlank() ? sample : before + "\n" + sample));
    }
}
