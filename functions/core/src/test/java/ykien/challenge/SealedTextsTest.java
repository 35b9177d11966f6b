package ykien.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedTextsTest {
    private static final String ONE = "\"1\":\"" + "1".repeat(43) + "\"";
    private static final String TWO = "\"2\":\"" + "2".repeat(43) + "\"";

    private final SealedTexts texts = under("{\"current\":\"1\"," + ONE + "}", "cookie");

    @ParameterizedTest
    @ValueSource(strings = {"", "Lan", "Đường hoa xóm Đình 🌸"})
    void What_was_sealed_opens(String text) {
        assertThat(texts.open(texts.seal(text))).hasValue(text);
    }

    @Test
    void The_same_text_has_another_seal_each_time() {
        assertThat(texts.seal("Lan")).isNotEqualTo(texts.seal("Lan")).hasSize(39 + 4);
    }

    @Test
    void A_seal_with_any_byte_changed_does_not_open() {
        var seal = Base64.getUrlDecoder().decode(texts.seal("Lan"));
        for (var i = 0; i < seal.length; i++) {
            var changed = seal.clone();
            changed[i] ^= 1;
            assertThat(texts.open(Base64.getUrlEncoder().withoutPadding().encodeToString(changed)))
                    .as("byte " + i)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "M", "MQ", "!", "Đ", "MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3OA"})
    void What_is_no_seal_does_not_open(String text) {
        assertThat(texts.open(text)).isEmpty();
    }

    @Test
    void What_was_sealed_for_one_purpose_does_not_open_for_another() {
        assertThat(under("{\"current\":\"1\"," + ONE + "}", "another").open(texts.seal("Lan")))
                .isEmpty();
    }

    @Test
    void What_was_sealed_under_a_key_opens_as_long_as_that_is_accepted() {
        var seal = texts.seal("Lan");

        assertThat(under("{\"current\":\"2\"," + ONE + "," + TWO + "}", "cookie")
                        .open(seal))
                .hasValue("Lan");
        assertThat(under("{\"current\":\"2\"," + TWO + "}", "cookie").open(seal))
                .isEmpty();
        assertThat(under("{\"current\":\"1\",\"1\":\"" + "2".repeat(43) + "\"}", "cookie")
                        .open(seal))
                .isEmpty();
    }

    private static SealedTexts under(String keys, String purpose) {
        return new SealedTexts(SealKeys.parse("NEWSROOM_KEYS", keys), purpose);
    }
}
