package ykien.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoNameTest {
    @ParameterizedTest
    @CsvSource({"jpg, image/jpeg", "png, image/png", "gif, image/gif"})
    void It_tells_the_media_type(String kind, String type) {
        assertThat(PhotoName.parse("mua-he.0123456789abcdef." + kind)
                        .orElseThrow()
                        .mediaType())
                .isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "mua-he.jpg",
                "mua-he.0123456789abcde.jpg",
                "mua-he.0123456789abcdef0.jpg",
                "mua-he.0123456789ABCDEF.jpg",
                "mua-he.0123456789abcdef.svg",
                "mua-he.0123456789abcdef.webp",
                "mua-he.0123456789abcdef.JPG",
                "mua-he.0123456789abcdef.",
                "mua-he.0123456789abcdef",
                "mua-he.x.0123456789abcdef.jpg",
                ".0123456789abcdef.jpg",
                "../mua-he.0123456789abcdef.jpg",
                "mua-he/a.0123456789abcdef.jpg",
            })
    void Anything_else_is_none(String text) {
        assertThat(PhotoName.parse(text)).isEmpty();
    }

    @Test
    void The_longest_slug_has_room() {
        assertThat(PhotoName.parse("a".repeat(120) + ".0123456789abcdef.jpg")).isPresent();
    }
}
