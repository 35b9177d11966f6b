package ykien.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ykien.article.Slug;

class SlugsTest {
    @ParameterizedTest
    @CsvSource({
        "Đời sống, doi-song",
        "An ninh trật tự, an-ninh-trat-tu",
        "ĐƯỜNG ĐUA, duong-dua",
        "Ngõ nhỏ (đêm), ngo-nho-dem",
        "Khoa học & công nghệ, khoa-hoc-cong-nghe",
        "--Chợ--quê--, cho-que",
        "24 giờ, 24-gio",
        "Ảnh_minh.họa, anh-minh-hoa",
    })
    void words_become_a_slug(String words, String slug) {
        assertThat(Slugs.of(words)).contains(new Slug(slug));
    }

    @Test
    void words_in_parts_and_words_composed_become_the_same_slug() {
        assertThat(Slugs.of(Normalizer.normalize("Đời sống", Normalizer.Form.NFD)))
                .contains(new Slug("doi-song"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "…", "图片", "--", "́"})
    void words_without_a_letter_become_none(String words) {
        assertThat(Slugs.of(words)).isEmpty();
    }

    @Test
    void long_words_become_a_slug_that_ends_in_no_hyphen() {
        assertThat(Slugs.of("a".repeat(119) + " b").orElseThrow().value()).isEqualTo("a".repeat(119));
    }
}
