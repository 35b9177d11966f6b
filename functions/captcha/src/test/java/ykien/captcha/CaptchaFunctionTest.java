package ykien.captcha;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ykien.article.Slug;
import ykien.captcha.picture.CaptchaPicture;
import ykien.challenge.FormId;
import ykien.challenge.SealKeys;
import ykien.challenge.Seals;
import ykien.cloud.HttpApi;
import ykien.cloud.HttpRequest;
import ykien.cloud.HttpResponse;
import ykien.cloud.Template;
import ykien.settings.Environment;

class CaptchaFunctionTest {
    private static final String KEYS = "{\"current\":\"1\",\"1\":\"" + "k".repeat(43) + "\"}";
    private static final Seals SEALS = new Seals(SealKeys.parse(KEYS));
    private static final String PICTURE = "/articles/mua-he/captcha.png";
    private static final FormId FORM = FormId.under(new Slug("mua-he"));
    private static final Instant START = Instant.parse("2026-11-23T02:14:00.500Z");
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private final Template template =
            Template.read(Path.of(System.getProperty("ykien.root", "../.."), "template.yaml"));
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final HttpApi api = at(Duration.ZERO);

    @Nested
    class A_first_picture {
        @Test
        void is_a_png_that_nobody_stores() {
            var response = api.send(HttpRequest.get(PICTURE));

            assertThat(response.status()).isEqualTo(200);
            assertThat(response.headers())
                    .containsEntry("content-type", "image/png")
                    .containsEntry("cache-control", "no-store")
                    .containsEntry("x-content-type-options", "nosniff")
                    .doesNotContainKeys("etag", "content-encoding");
            assertThat(response.body()).startsWith(PNG);
        }

        @Test
        void brings_its_seal_in_a_cookie_of_this_article_out_of_a_scripts_reach() {
            var response = api.send(HttpRequest.get(PICTURE));
            var seal = response.cookie("captcha").orElseThrow();

            assertThat(seal).hasSize(74);
            assertThat(response.cookies())
                    .containsExactly("captcha=" + seal
                            + "; Path=/articles/mua-he; Max-Age=1200; HttpOnly; SameSite=Lax; Secure");
        }

        @Test
        void shows_what_its_seal_holds() {
            var response = api.send(HttpRequest.get(PICTURE));
            var challenge =
                    SEALS.open(response.cookie("captcha").orElseThrow(), FORM).orElseThrow();

            assertThat(response.body())
                    .isEqualTo(CaptchaPicture.draw(
                            challenge.answer().symbols(), challenge.id().bytes(), challenge.strength()));
            assertThat(challenge.issuedAt()).isEqualTo("2026-11-23T02:14:00Z");
        }

        @Test
        void is_another_for_each_reader() {
            assertThat(api.send(HttpRequest.get(PICTURE)).body())
                    .isNotEqualTo(api.send(HttpRequest.get(PICTURE)).body());
        }

        @Test
        void has_a_cookie_that_works_without_tls_on_a_developers_machine() {
            var local = api(Map.of("SiteUrl", "http://localhost:8080"), Duration.ZERO)
                    .at(URI.create("http://localhost:8080"))
                    .send(HttpRequest.get(PICTURE));

            assertThat(local.cookies())
                    .singleElement()
                    .satisfies(cookie -> assertThat(cookie)
                            .endsWith("; HttpOnly; SameSite=Lax")
                            .doesNotContain("Secure"));
            assertThat(local.headers()).doesNotContainKey("strict-transport-security");
        }
    }

    @Nested
    class A_picture_asked_for_again {
        private final HttpResponse first = api.send(HttpRequest.get(PICTURE));
        private final String seal = first.cookie("captcha").orElseThrow();

        @Test
        void with_more_than_five_minutes_left_is_the_same_to_the_byte() {
            var again = at(Duration.ofMinutes(15).minusSeconds(1))
                    .send(HttpRequest.get(PICTURE).cookie("captcha", seal));

            assertThat(again.body()).isEqualTo(first.body());
            assertThat(again.cookies()).isEmpty();
        }

        @Test
        void with_five_minutes_left_or_less_is_a_new_one() {
            var later = at(Duration.ofMinutes(15)).send(HttpRequest.get(PICTURE).cookie("captcha", seal));

            assertThat(later.body()).isNotEqualTo(first.body());
            assertThat(later.cookie("captcha"))
                    .isPresent()
                    .hasValueSatisfying(it -> assertThat(it).isNotEqualTo(seal));
        }

        @Test
        void with_another_articles_cookie_is_a_new_one() {
            var other =
                    api.send(HttpRequest.get("/articles/mua-dong/captcha.png").cookie("captcha", seal));

            assertThat(other.body()).isNotEqualTo(first.body());
            assertThat(other.cookies())
                    .singleElement()
                    .satisfies(cookie -> assertThat(cookie).contains("; Path=/articles/mua-dong;"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "x", "\"\"", "AAAA", "đ"})
        void with_a_cookie_that_is_no_seal_is_a_new_one(String cookie) {
            var response = api.send(HttpRequest.get(PICTURE).cookie("captcha", cookie));

            assertThat(response.status()).isEqualTo(200);
            assertThat(response.cookie("captcha")).isPresent();
        }
    }

    @Nested
    class The_picture_of_a_token {
        private final HttpResponse first = api.send(HttpRequest.get(PICTURE));
        private final String seal = first.cookie("captcha").orElseThrow();

        @Test
        void is_that_challenges_to_the_byte_whatever_the_cookie_says() {
            var other = api.send(HttpRequest.get(PICTURE)).cookie("captcha").orElseThrow();
            var response = at(Duration.ofMinutes(19))
                    .send(HttpRequest.get(PICTURE + "?token=" + seal).cookie("captcha", other));

            assertThat(response.body()).isEqualTo(first.body());
            assertThat(response.cookies()).isEmpty();
            assertThat(response.header("cache-control")).contains("no-store");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "x",
                    "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                    "%E1%BA%A5"
                })
        void is_not_found_where_the_token_is_none_of_ours(String token) {
            var response = api.send(HttpRequest.get(PICTURE + "?token=" + token));

            assertThat(response.status()).isEqualTo(404);
            assertThat(response.cookies()).isEmpty();
        }

        @Test
        void is_not_found_under_another_article() {
            assertThat(api.send(HttpRequest.get("/articles/mua-dong/captcha.png?token=" + seal))
                            .status())
                    .isEqualTo(404);
        }

        @ParameterizedTest
        @ValueSource(strings = {"?token=a&token=b", "?token=%FF"})
        void is_refused_where_the_query_makes_no_sense(String query) {
            assertThat(api.send(HttpRequest.get(PICTURE + query)).status()).isEqualTo(400);
        }
    }

    @Nested
    class A_challenge_for_a_program {
        @Test
        void holds_token_picture_and_expiry() {
            var response = api.send(HttpRequest.post("/captcha").json("{\"article\":\"mua-he\"}"));

            assertThat(response.status()).isEqualTo(200);
            assertThat(response.headers())
                    .containsEntry("content-type", "application/json")
                    .containsEntry("cache-control", "no-store");
            assertThat(response.cookies()).isEmpty();
            var json = (Map<?, ?>) response.json();
            assertThat(json.keySet().stream().map(String::valueOf)).containsExactly("token", "image", "expiresAt");
            assertThat(json.get("expiresAt")).isEqualTo("2026-11-23T02:34:00Z");
            var challenge = SEALS.open(String.valueOf(json.get("token")), FORM).orElseThrow();
            var png = CaptchaPicture.draw(
                    challenge.answer().symbols(), challenge.id().bytes(), challenge.strength());
            assertThat(json.get("image"))
                    .isEqualTo("data:image/png;base64," + Base64.getEncoder().encodeToString(png));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "{}",
                    "[]",
                    "null",
                    "{\"article\":null}",
                    "{\"article\":1}",
                    "{\"article\":\"\"}",
                    "{\"article\":\"Mùa hè\"}",
                    "{\"article\":\"a--b\"}",
                    "{\"article\":\"mua-he\"",
                    "{\"article\":\"a\"}x",
                    "{\"article\":\"a\",\"article\":\"b\"}",
                    "{\"article\":[\"mua-he\"]}",
                    "article=mua-he"
                })
        void is_refused_where_the_body_names_no_article(String json) {
            var response = api.send(HttpRequest.post("/captcha")
                    .header("Accept", "application/json")
                    .json(json));

            assertThat(response.status()).isEqualTo(400);
            assertThat(response.header("content-type")).contains("application/problem+json");
            assertThat(response.text()).contains("\"detail\":");
        }

        @Test
        void is_refused_where_the_body_is_a_form_or_too_large() {
            assertThat(api.send(HttpRequest.post("/captcha").form("article=mua-he"))
                            .status())
                    .isEqualTo(415);
            assertThat(api.send(HttpRequest.post("/captcha").json("{\"article\":\"" + "a".repeat(70_000) + "\"}"))
                            .status())
                    .isEqualTo(413);
        }
    }

    @Nested
    class Another_method {
        @Test
        void head_is_answered_as_get_without_a_body() {
            var response = api.send(HttpRequest.head(PICTURE));

            assertThat(response.status()).isEqualTo(200);
            assertThat(response.header("content-type")).contains("image/png");
            assertThat(response.cookie("captcha")).isPresent();
            assertThat(response.body()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS"})
        void is_refused_and_told_which_ones_the_picture_knows(String method) {
            var response = api.send(HttpRequest.of(method, PICTURE));

            assertThat(response.status()).isEqualTo(405);
            assertThat(response.header("allow")).contains("GET, HEAD");
            assertThat(response.cookies()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"GET", "HEAD", "PUT", "DELETE"})
        void is_refused_and_told_which_one_challenges_know(String method) {
            var response = api.send(HttpRequest.of(method, "/captcha"));

            assertThat(response.status()).isEqualTo(405);
            assertThat(response.header("allow")).contains("POST");
        }
    }

    @Nested
    class An_article {
        @ParameterizedTest
        @ValueSource(strings = {"MUA-HE", "a--b", "-", "m%C3%B9a-h%C3%A8"})
        void that_can_not_be_has_no_picture(String slug) {
            assertThat(api.send(HttpRequest.get("/articles/" + slug + "/captcha.png"))
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void its_routes_are_those_that_the_template_gives_it() {
        var routes = function(Map.of(), Duration.ZERO).routes().keys();

        assertThat(template.routes().entrySet().stream()
                        .filter(route -> route.getValue().equals("CaptchaFunction"))
                        .map(Map.Entry::getKey)
                        .filter(key -> !key.startsWith("ANY ")))
                .containsExactlyInAnyOrderElementsOf(routes);
    }

    @Test
    void its_log_holds_neither_seal_nor_answer() {
        var seal = api.send(HttpRequest.get(PICTURE)).cookie("captcha").orElseThrow();
        var answer = SEALS.open(seal, FORM).orElseThrow().answer().symbols();

        assertThat(log.toString(StandardCharsets.UTF_8))
                .contains("\"route\":\"GET /articles/{slug}/captcha.png\"", "\"status\":200")
                .doesNotContain(seal, answer, "mua-he");
    }

    /// The site, so long after the start.
    private HttpApi at(Duration later) {
        return api(Map.of(), later);
    }

    private HttpApi api(Map<String, String> parameters, Duration later) {
        var function = function(parameters, later);
        return HttpApi.of(template)
                .with("CaptchaFunction", (event, answer) -> function.handleRequest(event, answer, NONE));
    }

    private CaptchaFunction function(Map<String, String> parameters, Duration later) {
        var file = Path.of(System.getProperty("ykien.root", "../.."), "template.yaml");
        var environment = new HashMap<>(
                Template.read(file, parameters).function("CaptchaFunction").environment());
        environment.put("CAPTCHA_KEYS", KEYS);
        var out = System.out;
        System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8)); // a function logs to what it finds when made
        try {
            return new CaptchaFunction(
                    CaptchaSettings.from(new Environment(environment)), Clock.fixed(START.plus(later), ZoneOffset.UTC));
        } finally {
            System.setOut(out);
        }
    }

    private static final Context NONE = (Context)
            Proxy.newProxyInstance(Context.class.getClassLoader(), new Class<?>[] {Context.class}, (_, m, _) -> {
                throw new UnsupportedOperationException("the function asked Lambda for " + m.getName());
            });
}
