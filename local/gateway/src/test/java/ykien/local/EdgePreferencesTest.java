package ykien.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ykien.cloud.Template;
import ykien.http.Body;
import ykien.http.Request;

/// What the edge makes of a reader's preferences, and what the functions make of them: the same, and the
/// same again of what the edge has left.
class EdgePreferencesTest {
    private static final EdgeFunction PREFERENCES = new EdgeFunction(code());

    static String code() {
        var template = Template.read(WholeSite.ROOT.resolve("template.yaml"), Map.of("Edge", "yes"));
        var resource = (Map<?, ?>) Objects.requireNonNull(template.resources().get("EdgePreferences"));
        var properties = (Map<?, ?>) Objects.requireNonNull(resource.get("Properties"));
        return String.valueOf(properties.get("FunctionCode"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/problem+json",
                "application/*",
                "APPLICATION/JSON",
                "text/html;q=0.5, application/json",
                "application/json, text/plain, */*",
                "*/*, application/problem+json",
                "text/html;q=0, */*",
                "text/html;q=.2, application/json;q=.3"
            })
    void A_program_gets_JSON(String accept) {
        assertThat(edge("accept", accept)).containsEntry("accept", "application/json");
        assertAlike("accept", accept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
                "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8,"
                        + "application/signed-exchange;v=b3;q=0.7",
                "image/avif,image/webp,*/*;q=0.8",
                "*/*",
                "text/*",
                "",
                "nonsense",
                "/html, application",
                "text/html, application/json;q=NaN",
                "application/json, text/html",
                "text/html, application/json;q=2",
                "*/*, text/html",
                "*/json",
                "application/json;q=1e-1, text/html;q=0.05",
                "application/json;q=0x1, text/html;q=0.05",
                "application/json;q=, text/html;q=0.05"
            })
    void A_browser_gets_a_page(String accept) {
        assertThat(edge("accept", accept)).containsEntry("accept", "text/html");
        assertAlike("accept", accept);
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
    void English_is_for_whoever_likes_it_more(String languages) {
        assertThat(edge("accept-language", languages)).containsEntry("accept-language", "en");
        assertAlike("accept-language", languages);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vi",
                "vi-VN,vi;q=0.9,en-US;q=0.8,en;q=0.7",
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
    void Vietnamese_is_for_everybody_else(String languages) {
        assertThat(edge("accept-language", languages)).containsEntry("accept-language", "vi");
        assertAlike("accept-language", languages);
    }

    @Test
    void Whoever_says_nothing_gets_a_Vietnamese_page() {
        assertThat(PREFERENCES.headers("GET", Map.of()))
                .isEqualTo(Map.of("accept", "text/html", "accept-language", "vi"));
    }

    @Test
    void Fields_that_were_sent_more_than_once_count_together() {
        assertThat(PREFERENCES.headers("HEAD", Map.of("accept", List.of("text/html;q=0.1", "application/json"))))
                .containsEntry("accept", "application/json");
    }

    /// It may be JSON because what was sent is.
    @Test
    void A_form_goes_on_as_it_was_sent() {
        var sent = Map.of("accept", List.of("*/*"), "accept-language", List.of("en-US,en;q=0.9"));

        assertThat(PREFERENCES.headers("POST", sent))
                .isEqualTo(Map.of("accept", "*/*", "accept-language", "en-US,en;q=0.9"));
    }

    @Test
    void Other_headers_go_on_as_they_were_sent() {
        assertThat(edge("if-none-match", "W/\"a\"")).containsEntry("if-none-match", "W/\"a\"");
    }

    @Test
    void Of_any_noise_both_make_the_same() {
        var random = new Random(1);
        var pieces = List.of(
                "application/json",
                "text/html",
                "problem+json",
                "application/",
                "text",
                "/",
                "*",
                "*/*",
                "vi",
                "en",
                "-VN",
                ",",
                ", ",
                ";",
                ";q=",
                "q=",
                "0",
                "1",
                "0.5",
                ".",
                ".7",
                "1e-1",
                "NaN",
                "0x1",
                "-",
                " ",
                "\t");
        for (var i = 0; i < 5_000; i++) {
            var noise = random.ints(random.nextInt(14), 0, pieces.size())
                    .mapToObj(pieces::get)
                    .collect(Collectors.joining());
            assertAlike("accept", noise);
            assertAlike("accept-language", noise);
        }
    }

    /// CloudFront refuses a larger one.
    @Test
    void Its_text_is_no_longer_than_CloudFront_takes() {
        assertThat(code()).hasSizeLessThan(10_240);
    }

    private static void assertAlike(String header, String value) {
        var asSent = request(Map.of(header, value));
        var asLeft = request(edge(header, value));
        assertThat(asLeft.prefersJson()).as(value).isEqualTo(asSent.prefersJson());
        assertThat(asLeft.prefersEnglish()).as(value).isEqualTo(asSent.prefersEnglish());
    }

    private static Map<String, String> edge(String header, String value) {
        return PREFERENCES.headers("GET", Map.of(header, List.of(value)));
    }

    private static Request request(Map<String, String> headers) {
        return new Request(
                "GET",
                "GET /",
                "/",
                Map.of(),
                "",
                headers,
                List.of(),
                Body.EMPTY,
                "request-1",
                "bao.example",
                "192.0.2.1");
    }
}
