package ykien.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/html                                 | 1",
                "TEXT/HTML                                 | 1",
                "text/html;q=0.5                           | 0.5",
                "text/html ; charset=utf-8 ; q=0.5         | 0.5",
                "text/*;q=0.3, text/html;q=0.7, */*;q=0.9  | 0.7",
                "text/*;q=0.3, */*;q=0.9                   | 0.3",
                "application/json, */*;q=0.1               | 0.1",
                "application/json                          | 0",
                "text/html;q=0, */*                        | 0",
                "'application/json,,  text/html;q=0.4'     | 0.4",
                "''                                        | 0",
                "html                                      | 0",
                "text/html;q=viel                          | 0",
                "text/html;q=.5                            | 0.5",
                "text/html;q=1.                            | 1",
                "text/html;q=1e-1                          | 0",
                "text/html;q=0x1p-1                        | 0",
                "text/html;q=0.5f                          | 0",
                "text/html;q=+0.5                          | 0",
                "text/html;q=-0                            | 0",
                "text/html;q=.                             | 0",
                "text/html;q=                              | 0"
            })
    void a_media_type_is_liked_as_the_range_says_that_names_it_most_exactly(String header, double quality) {
        assertThat(Accept.parse(header).liking("text", "html").quality()).isEqualTo(quality, within(0.0001));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip                | true",
                "'gzip, deflate, br' | true",
                "'br, GZIP;q=0.5'    | true",
                "gzip;q=0            | false",
                "'br, deflate'       | false",
                "''                  | false",
                "identity            | false"
            })
    void gzip_is_used_where_it_is_named(String header, boolean accepted) {
        assertThat(Accept.acceptsCoding(header, "gzip")).isEqualTo(accepted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "en",
                "en-US,en;q=0.9",
                "EN-gb",
                "en, vi;q=0.9",
                "fr, en;q=0.2",
                "vi;q=0.4, en-AU;q=0.3, en;q=0.5",
                "*;q=0.1, en;q=0.2",
                "vi;q=0, *"
            })
    void english_is_preferred_by_whoever_likes_it_more(String header) {
        assertThat(Requests.get("accept-language", header).prefersEnglish()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vi",
                "vi-VN,vi;q=0.9,en;q=0.8",
                "en;q=0.8, vi-VN",
                "en, vi",
                "en;q=0",
                "fr",
                "*",
                "*, en;q=0.5",
                "end, en_US",
                "",
                "en;q=NaN",
                "nonsense;;,"
            })
    void vietnamese_is_what_everybody_else_gets(String header) {
        assertThat(Requests.get("accept-language", header).prefersEnglish()).isFalse();
    }

    @Test
    void no_language_at_all_is_vietnamese() {
        assertThat(Requests.get().prefersEnglish()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/problem+json",
                "application/*",
                "text/html;q=0.5, application/json",
                "application/json, text/plain, */*",
                "*/*, application/problem+json"
            })
    void a_program_prefers_json(String header) {
        assertThat(Requests.get("accept", header).prefersJson()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
                "image/avif,image/webp,*/*;q=0.8",
                "*/*",
                "text/*",
                "",
                "nonsense",
                "text/html, application/json;q=NaN",
                "application/json, text/html",
                "text/html, application/json;q=2",
                "*/*, text/html"
            })
    void a_browser_prefers_a_page(String header) {
        assertThat(Requests.get("accept", header).prefersJson()).isFalse();
    }

    @Test
    void no_header_at_all_is_a_page() {
        assertThat(Requests.get().prefersJson()).isFalse();
    }

    @Test
    void what_is_read_does_not_depend_on_a_content_type() {
        assertThat(Requests.get("accept", "*/*", "content-type", "application/json")
                        .prefersJson())
                .isFalse();
    }

    @Test
    void no_noise_breaks_it() {
        var random = new Random(1);
        for (var i = 0; i < 5_000; i++) {
            var header = random.ints(random.nextInt(60), 0, 12)
                    .mapToObj(n -> new String[] {
                                "/", ",", ";", "q=", "*", " ", "text", "html", "0.", "1e999", "NaN", "\u0000"
                            }
                            [n])
                    .collect(Collectors.joining());
            var request = Requests.get("accept", header, "accept-encoding", header);
            assertThat(request.prefersJson() || Accept.acceptsCoding(header, "gzip"))
                    .isIn(true, false);
        }
    }
}
