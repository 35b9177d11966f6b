package ykien.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlugTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "0", "mua-he", "25-05-2017", "a-b-c"})
    void Words_and_numbers_with_single_hyphens_are_a_slug(String text) {
        assertThat(Slug.parse(text)).hasValue(new Slug(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "-a", "a-", "a--b", "A", "a_b", "a b", "đ", "a/b", "a.b", "a\n", "٠"})
    void Anything_else_is_none(String text) {
        assertThat(Slug.parse(text)).isEmpty();
        assertThatThrownBy(() -> new Slug(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void It_has_120_characters_at_most() {
        assertThat(Slug.parse("a".repeat(120))).isPresent();
        assertThat(Slug.parse("a".repeat(121))).isEmpty();
    }
}
