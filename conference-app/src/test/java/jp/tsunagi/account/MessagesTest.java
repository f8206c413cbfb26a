package jp.tsunagi.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private static final Pattern JAPANESE = Pattern.compile("[ぁ-んァ-ヶ一-龠]");

    @Test
    void sayTheSameThingsInBothLanguages() throws IOException {
        Properties japanese = read("/messages_ja.properties");
        Properties english = read("/messages_en.properties");

        assertThat(japanese).isNotEmpty();
        assertThat(english.stringPropertyNames()).isEqualTo(japanese.stringPropertyNames());
        assertThat(english.values())
                .noneMatch(text -> JAPANESE.matcher(text.toString()).find());
        japanese.forEach((key, text) -> assertThat(places(text)).isEqualTo(places(english.get(key))));
    }

    private static long places(Object text) {
        return Pattern.compile("\\{\\d}").matcher(text.toString()).results().count();
    }

    private static Properties read(String file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader =
                new InputStreamReader(MessagesTest.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
