package ykien.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {
    @Nested
    class A_value {
        @ParameterizedTest
        @CsvSource({
            "a=1, 1",
            "a=1&b=2, 1",
            "b=2&a=1, 1",
            "&&a=1&&, 1",
            "a=1=2, 1=2",
            "a=, ''",
            "a, ''",
            "%61=1, 1",
            "a=1+2, 1 2",
            "a=1%2B2, 1+2",
            "a=%C4%90%C3%A0o, Đào",
            "a=Đào, Đào",
            "a=%F0%9F%98%80, 😀",
            "a=😀, 😀",
            "a=%26%3d, &="
        })
        void is_decoded(String encoded, String value) {
            assertThat(Parameters.decode(encoded).one("a")).contains(value);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "b=1", "A=1", "=a"})
        void that_is_not_there_is_empty(String encoded) {
            assertThat(Parameters.decode(encoded).one("a")).isEmpty();
        }

        @Test
        void comes_back_as_it_was_whatever_it_is() {
            var random = new Random(1);
            for (var i = 0; i < 3_000; i++) {
                var value = random.ints(random.nextInt(50), 0, 0x110000)
                        .filter(c -> c < 0xD800 || c > 0xDFFF)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
                var encoded = "x=1&a=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
                assertThat(Parameters.decode(encoded).one("a")).contains(value);
            }
        }
    }

    @Nested
    class What_can_not_be_read {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "a=%",
                    "a=%1",
                    "a=%g0",
                    "a=%-1",
                    "%=a",
                    "a=%FF",
                    "a=%C3",
                    "a=%C3%28",
                    "a=%ED%A0%80",
                    "a=%C0%80",
                    "%FF"
                })
        void is_refused_and_told_why(String encoded) {
            assertThatThrownBy(() -> Parameters.decode(encoded)).isInstanceOfSatisfying(Refusal.class, refusal -> {
                assertThat(refusal.problem().status()).isEqualTo(400);
                assertThat(refusal.problem().detail()).containsAnyOf("UTF-8", "dấu %");
            });
        }

        @Test
        void is_refused_where_a_name_comes_twice_and_is_asked_for() {
            var twice = Parameters.decode("a=1&a=1&b=2");

            assertThatThrownBy(() -> twice.one("a")).isInstanceOf(Refusal.class);
            assertThat(twice.one("b")).contains("2");
        }
    }
}
