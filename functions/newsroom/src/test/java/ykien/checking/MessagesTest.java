package ykien.checking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ykien.checking.Checked.Reason;

/// What is found has words in every language of the newsroom.
class MessagesTest {
    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void every_key_has_words_and_every_word_a_key(String language) throws IOException {
        var keys = new ArrayList<>(List.of("finding.more", "finding.of-phrase", "finding.unchecked"));
        Arrays.stream(Field.values()).map(Field::key).forEach(keys::add);
        Arrays.stream(Kind.values()).forEach(k -> keys.addAll(List.of(k.key(), k.key() + ".why")));
        Arrays.stream(Way.values()).map(Way::key).forEach(keys::add);
        Arrays.stream(Reason.values()).map(Reason::key).forEach(keys::add);

        var messages = messages(language);
        assertThat(messages.stringPropertyNames().stream().filter(k -> k.startsWith("finding.")))
                .containsExactlyInAnyOrderElementsOf(keys);
        assertThat(messages.values()).noneMatch(v -> v.toString().isBlank());
    }

    private static Properties messages(String language) throws IOException {
        var messages = new Properties();
        try (var file =
                MessagesTest.class.getResourceAsStream("/ykien/newsroom/page/messages_" + language + ".properties")) {
            messages.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }
        return messages;
    }
}
