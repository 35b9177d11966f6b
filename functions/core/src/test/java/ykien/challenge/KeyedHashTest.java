package ykien.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyedHashTest {
    private static final String ONE = "1".repeat(43);
    private static final String TWO = "2".repeat(43);

    private final KeyedHash names = under("{\"current\":\"1\",\"1\":\"" + ONE + "\"}");

    @Test
    void The_same_texts_have_one_name() {
        assertThat(names.name("source", "192.0.2.1"))
                .matches("[0-9A-Za-z_-]{22}")
                .isEqualTo(names.name("source", "192.0.2.1"));
    }

    @Test
    void Other_texts_have_another_name_however_they_are_parted() {
        assertThat(names.name("text", "ab", "c")).isNotEqualTo(names.name("text", "a", "bc"));
        assertThat(names.name("text", "a")).isNotEqualTo(names.name("text", "a", ""));
    }

    @Test
    void The_same_texts_have_another_name_for_another_purpose() {
        assertThat(names.name("source", "a")).isNotEqualTo(names.name("email", "a"));
    }

    @Test
    void A_key_that_is_only_accepted_changes_no_name_and_one_that_becomes_current_changes_all() {
        var accepted = under("{\"current\":\"1\",\"1\":\"" + ONE + "\",\"2\":\"" + TWO + "\"}");
        var current = under("{\"current\":\"2\",\"1\":\"" + ONE + "\",\"2\":\"" + TWO + "\"}");

        assertThat(accepted.name("source", "a")).isEqualTo(names.name("source", "a"));
        assertThat(current.name("source", "a")).isNotEqualTo(names.name("source", "a"));
    }

    private static KeyedHash under(String keys) {
        return KeyedHash.under(SealKeys.parse(keys));
    }
}
