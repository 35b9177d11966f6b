package ykien.challenge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SealKeysTest {
    /// Stands for a key in the table below; it is long enough.
    private static final String KEY = "SECRET".repeat(8);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                  | is not a JSON object",
                "[]                                  | is not a JSON object",
                "null                                | is not a JSON object",
                "'\"KEY\"'                           | is not a JSON object",
                "KEY                                 | is not JSON",
                "{{resolve:secretsmanager:KEY}}      | is not JSON",
                "'{\"current\":\"1\",\"1\":\"KEY\"'  | is not JSON",
                "'{\"current\":\"1\",\"1\":\"KEY\"}x'| is not JSON",
                "'{\"current\":\"1\",\"1\":\"KEY\"}{}'| has more behind its object",
                "'{\"current\":\"1\",\"1\":\"KEY\",\"1\":\"KEY2\"}' | is not JSON",
                "'{\"current\":1,\"1\":\"KEY\"}'     | has a value that is no text",
                "'{\"current\":\"1\",\"1\":[\"KEY\"]}'| has a value that is no text",
                "'{\"current\":\"2\",\"1\":\"KEY\"}' | has no key for its current id",
                "'{\"current\":\"\",\"1\":\"KEY\"}'  | has no key for its current id",
                "'{\"current\":\"11\",\"1\":\"KEY\"}'| has no key for its current id",
                "'{\"1\":\"KEY\"}'                   | has no key for its current id",
                "'{\"current\":\"1\"}'               | has no key for its current id",
                "'{\"current\":\"1\",\"10\":\"KEY\"}'| has a key id that is not one of",
                "'{\"current\":\"1\",\"\":\"KEY\"}'  | has a key id that is not one of",
                "'{\"current\":\"-\",\"-\":\"KEY\"}' | has a key id that is not one of",
                "'{\"current\":\"đ\",\"đ\":\"KEY\"}' | has a key id that is not one of",
                "'{\"current\":\"1\",\"1\":\"SECRET\"}' | has a key of less than 43 characters"
            })
    void a_setting_that_makes_no_sense_is_told_why_without_a_key_in_the_message(String setting, String why) {
        assertThatThrownBy(() -> SealKeys.parse(setting.replace("KEY", KEY)))
                .isInstanceOf(IllegalStateException.class)
                .hasNoCause()
                .hasMessageStartingWith("CAPTCHA_KEYS " + why)
                .hasMessageContaining("docs/deploying.md")
                .hasMessageNotContaining("SECRET");
    }

    @Test
    void every_letter_and_digit_is_a_key_id() {
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".chars().forEach(id -> {
            var keys = SealKeys.parse("{\"current\":\"%c\",\"%c\":\"%s\"}".formatted(id, id, KEY));
            assertThat(keys.current()).isEqualTo((char) id);
            assertThat(keys.key((char) id)).isPresent();
        });
    }

    @Test
    void keys_print_as_a_secret() {
        assertThat(SealKeys.parse("{\"current\":\"1\",\"1\":\"" + KEY + "\"}")).hasToString("SealKeys[hidden]");
    }

    @Test
    void the_message_names_the_setting_that_is_wrong() {
        assertThatThrownBy(() -> SealKeys.parse("NEWSROOM_KEYS", "{}"))
                .hasMessageStartingWith("NEWSROOM_KEYS has no key for its current id");
    }
}
