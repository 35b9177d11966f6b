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
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ykien.article.Slug;
import ykien.captcha.picture.CaptchaPicture;
import ykien.captcha.sound.CaptchaSound;
import ykien.captcha.sound.Language;
import ykien.challenge.Challenge;
import ykien.challenge.FormId;
import ykien.challenge.SealKeys;
import ykien.challenge.Seals;
import ykien.challenge.Strength;
import ykien.cloud.HttpApi;
import ykien.cloud.HttpRequest;
import ykien.cloud.HttpResponse;
import ykien.cloud.Template;
import ykien.limit.Demand;
import ykien.limit.Verdict;
import ykien.metric.Meter;
import ykien.settings.Environment;

class CaptchaFunctionTest {
    private static final String KEYS = "{\"current\":\"1\",\"1\":\"" + "k".repeat(43) + "\"}";
    private static final Seals SEALS = new Seals(SealKeys.parse(KEYS));
    private static final String PICTURE = "/articles/mua-he/captcha.png";
    private static final String SOUND = "/articles/mua-he/captcha.wav";
    private static final FormId FORM = FormId.under(new Slug("mua-he"));
    private static final Instant START = Instant.parse("2026-11-23T02:14:00.500Z");
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private final Template template =
            Template.read(Path.of(System.getProperty("ykien.root", "../.."), "template.yaml"));
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final HttpApi api = at(Duration.ZERO);
    private Demand demand = Demand.STROKES;
    private Optional<Duration> soundsAgainIn = Optional.empty();

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
    class The_demand_in_force {
        @Test
        void is_how_hard_a_new_picture_is() {
            demand = Demand.FULL;
            var seal = api.send(HttpRequest.get(PICTURE)).cookie("captcha").orElseThrow();

            assertThat(SEALS.open(seal, FORM).orElseThrow().strength()).isEqualTo(Strength.FULL);
        }

        @Test
        void is_what_a_programs_challenge_asks_for() {
            demand = Demand.FULL_AND_WORK;
            var json = (Map<?, ?>) api.send(HttpRequest.post("/captcha").json("{\"article\":\"mua-he\"}"))
                    .json();
            var challenge = SEALS.open(String.valueOf(json.get("token")), FORM).orElseThrow();

            assertThat(challenge.strength()).isEqualTo(Strength.FULL);
            assertThat(challenge.asksForWork()).isTrue();
        }

        @Test
        void leaves_pictures_alone_that_are_out_already() {
            var first = api.send(HttpRequest.get(PICTURE));
            demand = Demand.FULL;
            var again = api.send(HttpRequest.get(PICTURE)
                    .cookie("captcha", first.cookie("captcha").orElseThrow()));

            assertThat(again.body()).isEqualTo(first.body());
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
    class Work {
        private static final String PATH = "/articles/mua-he/captcha/work";

        private final String quiet = seal();

        @Test
        void is_not_asked_for_in_quiet_times() {
            var response = api.send(HttpRequest.get(PATH).cookie("captcha", quiet));

            assertThat(response.status()).isEqualTo(204);
            assertThat(response.body()).isEmpty();
            assertThat(response.header("cache-control")).contains("no-store");
            assertThat(response.header("content-type")).isEmpty();
        }

        @Test
        void under_attack_is_the_cookies_and_can_be_done() {
            demand = Demand.FULL_AND_WORK;
            var seal = seal();
            var response = api.send(HttpRequest.get(PATH).cookie("captcha", seal));
            var work = (Map<?, ?>) response.json();

            assertThat(response.status()).isEqualTo(200);
            assertThat(response.headers())
                    .containsEntry("content-type", "application/json")
                    .containsEntry("cache-control", "no-store")
                    .doesNotContainKey("etag");
            assertThat(response.cookies()).isEmpty();
            assertThat(work.keySet().stream().map(String::valueOf))
                    .containsExactly("algorithm", "cost", "keyLength", "keyPrefix", "mostTries", "nonce", "salt");
            assertThat(SEALS.work(seal).isDone(Widget.solved(work))).isTrue();
        }

        @Test
        void is_the_same_each_time_and_another_for_another_challenge() {
            demand = Demand.FULL_AND_WORK;
            var seal = seal();
            var first = api.send(HttpRequest.get(PATH).cookie("captcha", seal));

            assertThat(api.send(HttpRequest.get(PATH).cookie("captcha", seal)).text())
                    .isEqualTo(first.text());
            assertThat(api.send(HttpRequest.get(PATH).cookie("captcha", seal())).text())
                    .isNotEqualTo(first.text());
        }

        @Test
        void is_that_of_the_token_whatever_the_cookie_says() {
            demand = Demand.FULL_AND_WORK;
            var work = api.send(HttpRequest.get(PATH + "?token=" + quiet).cookie("captcha", seal()));

            assertThat(work.text()).contains(SEALS.work(quiet).nonce());
        }

        /// Whoever marks the comment goes by the challenge too.
        @Test
        void of_a_picture_from_times_of_attack_is_asked_for_though_they_are_over() {
            demand = Demand.FULL_AND_WORK;
            var seal = seal();
            demand = Demand.STROKES;

            assertThat(api.send(HttpRequest.get(PATH).cookie("captcha", seal)).status())
                    .isEqualTo(200);
        }

        @Test
        void is_not_asked_for_where_only_the_picture_is_to_be_harder() {
            demand = Demand.FULL;

            assertThat(api.send(HttpRequest.get(PATH).cookie("captcha", seal())).status())
                    .isEqualTo(204);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"", "x", "đ", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
        void is_none_where_no_challenge_of_ours_came_along(String cookie) {
            demand = Demand.FULL_AND_WORK;

            assertThat(api.send(HttpRequest.get(PATH).cookie("captcha", cookie)).status())
                    .isEqualTo(204);
            assertThat(api.send(HttpRequest.get(PATH)).status()).isEqualTo(204);
        }

        @Test
        void is_none_under_another_article() {
            demand = Demand.FULL_AND_WORK;
            var other = HttpRequest.get("/articles/mua-dong/captcha/work").cookie("captcha", quiet);

            assertThat(api.send(other).status()).isEqualTo(204);
        }

        @Test
        void is_none_for_a_challenge_that_has_expired() {
            demand = Demand.FULL_AND_WORK;
            var seal = seal();
            var late = at(Challenge.LIFETIME);

            assertThat(late.send(HttpRequest.get(PATH).cookie("captcha", seal)).status())
                    .isEqualTo(204);
            assertThat(late.send(HttpRequest.get(PATH + "?token=" + seal)).status())
                    .isEqualTo(204);
        }

        @ParameterizedTest
        @CsvSource({
            "/articles/mua-he/captcha/work?token=x, 404, unknown-token",
            "/articles/mua-he/captcha/work?token=, 404, unknown-token",
            "/articles/mua-he/captcha/work?token=a&token=b, 400, bad-request",
            "/articles/mua-he/captcha/work?token=%FF, 400, bad-request",
            "/articles/MUA-HE/captcha/work, 404, unknown-article"
        })
        void is_refused_where_the_address_makes_no_sense(String path, int status, String problem) {
            var response = api.send(HttpRequest.get(path).header("Accept", "application/json"));

            assertThat(response.status()).isEqualTo(status);
            assertThat(response.text()).contains("urn:ykien:problem:" + problem);
        }

        @Test
        void is_not_found_by_another_articles_token_or_a_receipt() {
            demand = Demand.FULL_AND_WORK;
            var receipt = SEALS.seal(SEALS.open(quiet, FORM).orElseThrow().receipt(), FORM.withWork());

            assertThat(api.send(HttpRequest.get("/articles/mua-dong/captcha/work?token=" + quiet))
                            .status())
                    .isEqualTo(404);
            assertThat(api.send(HttpRequest.get(PATH + "?token=" + receipt)).status())
                    .isEqualTo(404);
        }

        @Test
        void is_told_to_head_without_a_body_and_to_no_other_method() {
            demand = Demand.FULL_AND_WORK;
            var head = api.send(HttpRequest.head(PATH + "?token=" + quiet));

            assertThat(head.status()).isEqualTo(200);
            assertThat(head.body()).isEmpty();
            assertThat(api.send(HttpRequest.of("POST", PATH)).header("allow")).contains("GET, HEAD");
        }

        private String seal() {
            return api.send(HttpRequest.get(PICTURE)).cookie("captcha").orElseThrow();
        }
    }

    @Nested
    class A_first_sound {
        @Test
        void is_a_wav_that_nobody_stores_and_that_can_be_had_in_parts() {
            var response = api.send(HttpRequest.get(SOUND));

            assertThat(response.status()).isEqualTo(200);
            assertThat(response.headers())
                    .containsEntry("content-type", "audio/wav")
                    .containsEntry("cache-control", "no-store")
                    .containsEntry("vary", "accept-language")
                    .containsEntry("accept-ranges", "bytes")
                    .containsEntry("x-content-type-options", "nosniff")
                    .doesNotContainKeys("content-encoding", "content-range");
            assertThat(response.body()).startsWith("RIFF".getBytes(StandardCharsets.US_ASCII));
            assertThat(response.body().length).isLessThanOrEqualTo(60_000);
        }

        @Test
        void says_what_its_seal_holds_and_the_picture_of_that_cookie_is_of_the_same_challenge() {
            var response = api.send(HttpRequest.get(SOUND));
            var seal = response.cookie("captcha").orElseThrow();
            var challenge = SEALS.open(seal, FORM).orElseThrow();

            assertThat(response.cookies())
                    .containsExactly("captcha=" + seal
                            + "; Path=/articles/mua-he; Max-Age=1200; HttpOnly; SameSite=Lax; Secure");
            assertThat(response.body()).isEqualTo(said(challenge, Language.VIETNAMESE));
            var picture = api.send(HttpRequest.get(PICTURE).cookie("captcha", seal));
            assertThat(picture.body())
                    .isEqualTo(CaptchaPicture.draw(
                            challenge.answer().symbols(), challenge.id().bytes(), challenge.strength()));
            assertThat(picture.cookies()).isEmpty();
        }
    }

    @Nested
    class A_sound_behind_a_picture {
        private final HttpResponse picture = api.send(HttpRequest.get(PICTURE));
        private final String seal = picture.cookie("captcha").orElseThrow();
        private final byte[] said = said(SEALS.open(seal, FORM).orElseThrow(), Language.VIETNAMESE);

        @Test
        void is_of_the_same_challenge_and_brings_no_cookie() {
            var sound = api.send(HttpRequest.get(SOUND).cookie("captcha", seal));

            assertThat(sound.body()).isEqualTo(said);
            assertThat(sound.cookies()).isEmpty();
        }

        @Test
        void is_the_same_to_the_byte_until_five_minutes_are_left() {
            assertThat(at(Duration.ofMinutes(15).minusSeconds(1))
                            .send(HttpRequest.get(SOUND).cookie("captcha", seal))
                            .body())
                    .isEqualTo(said);
            assertThat(at(Duration.ofMinutes(15))
                            .send(HttpRequest.get(SOUND).cookie("captcha", seal))
                            .cookie("captcha"))
                    .isPresent();
        }

        @Test
        void is_that_of_the_token_whatever_the_cookie_says() {
            var other = api.send(HttpRequest.get(PICTURE)).cookie("captcha").orElseThrow();
            var sound = api.send(HttpRequest.get(SOUND + "?token=" + seal).cookie("captcha", other));

            assertThat(sound.body()).isEqualTo(said);
            assertThat(sound.cookies()).isEmpty();
        }

        @Test
        void is_not_found_by_a_token_that_is_none_of_ours_or_another_articles() {
            assertThat(api.send(HttpRequest.get(SOUND + "?token=x")).status()).isEqualTo(404);
            assertThat(api.send(HttpRequest.get("/articles/mua-dong/captcha.wav?token=" + seal))
                            .status())
                    .isEqualTo(404);
        }

        @Test
        void comes_in_parts_that_make_up_the_whole_as_players_ask_for_it() {
            var probe = part("bytes=0-1");
            assertThat(probe.status()).isEqualTo(206);
            assertThat(probe.header("content-range")).contains("bytes 0-1/" + said.length);
            var tag = probe.header("etag").orElseThrow();

            var whole = new ByteArrayOutputStream();
            whole.writeBytes(part("bytes=0-29999").body());
            whole.writeBytes(api.send(HttpRequest.get(SOUND)
                            .cookie("captcha", seal)
                            .header("Range", "bytes=30000-")
                            .header("If-Range", tag))
                    .body());
            assertThat(whole.toByteArray()).isEqualTo(said);
            assertThat(part("bytes=" + said.length + "-").status()).isEqualTo(416);
        }

        @Test
        void is_whole_where_the_parts_are_of_another_challenge() {
            var other = api.send(HttpRequest.get(SOUND)).header("etag").orElseThrow();
            var response = api.send(HttpRequest.get(SOUND)
                    .cookie("captcha", seal)
                    .header("Range", "bytes=30000-")
                    .header("If-Range", other));

            assertThat(response.status()).isEqualTo(200);
            assertThat(response.body()).isEqualTo(said);
        }

        private HttpResponse part(String range) {
            return api.send(HttpRequest.get(SOUND).cookie("captcha", seal).header("Range", range));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "en                      | ENGLISH",
                    "en-US,en;q=0.9          | ENGLISH",
                    "vi-VN,vi;q=0.9,en;q=0.8 | VIETNAMESE",
                    "fr                      | VIETNAMESE"
                })
        void is_in_the_language_that_the_client_likes(String languages, Language language) {
            var sound = api.send(HttpRequest.get(SOUND).cookie("captcha", seal).header("Accept-Language", languages));

            assertThat(sound.body()).isEqualTo(said(SEALS.open(seal, FORM).orElseThrow(), language));
        }
    }

    private static byte[] said(Challenge challenge, Language language) {
        return CaptchaSound.speak(
                challenge.spoken().digits(), language, challenge.id().bytes());
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
            assertThat(json.keySet().stream().map(String::valueOf))
                    .containsExactly("token", "image", "sound", "expiresAt");
            assertThat(json.get("expiresAt")).isEqualTo("2026-11-23T02:34:00Z");
            var challenge = SEALS.open(String.valueOf(json.get("token")), FORM).orElseThrow();
            var png = CaptchaPicture.draw(
                    challenge.answer().symbols(), challenge.id().bytes(), challenge.strength());
            assertThat(json.get("image"))
                    .isEqualTo("data:image/png;base64," + Base64.getEncoder().encodeToString(png));
            assertThat(json.get("sound")).isEqualTo(SOUND + "?token=" + json.get("token"));
            assertThat(api.send(HttpRequest.get(String.valueOf(json.get("sound"))))
                            .body())
                    .isEqualTo(said(challenge, Language.VIETNAMESE));
        }

        @Test
        void is_for_another_form_of_the_site_where_it_names_one() {
            var response = api.send(HttpRequest.post("/captcha").json("{\"form\":\"mua-he\"}"));
            var token = String.valueOf(((Map<?, ?>) response.json()).get("token"));

            assertThat(response.status()).isEqualTo(200);
            assertThat(SEALS.open(token, FormId.named("mua-he").orElseThrow())).isPresent();
            assertThat(SEALS.open(token, FORM)).isEmpty();
        }

        @Test
        void of_another_form_can_be_heard_too_and_for_that_form_alone() {
            var response = api.send(HttpRequest.post("/captcha").json("{\"form\":\"contact\"}"));
            var sound = String.valueOf(((Map<?, ?>) response.json()).get("sound"));
            var heard = api.send(HttpRequest.get(sound));

            assertThat(sound).startsWith("/captcha/sound?form=contact&token=");
            assertThat(heard.status()).isEqualTo(200);
            assertThat(heard.header("content-type")).contains("audio/wav");
            assertThat(heard.cookies()).isEmpty();
            assertThat(api.send(HttpRequest.get(sound)).body()).isEqualTo(heard.body());
            for (var other : new String[] {"form=sales", "form=a--b", "form=", "x=y"}) {
                assertThat(api.send(HttpRequest.get(sound.replace("form=contact", other)))
                                .status())
                        .as(other)
                        .isEqualTo(404);
            }
            assertThat(api.send(HttpRequest.get("/captcha/sound?form=contact")).status())
                    .isEqualTo(404);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "{}",
                    "[]",
                    "null",
                    "{\"form\":\"\"}",
                    "{\"form\":\"article:mua-he\"}",
                    "{\"form\":\"form:contact\"}",
                    "{\"form\":\"Contact\"}",
                    "{\"form\":\"contact\",\"article\":\"mua-he\"}",
                    "{\"form\":\"contact\",\"article\":\"\"}",
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
        void is_refused_where_the_body_names_no_form(String json) {
            var response = api.send(HttpRequest.post("/captcha")
                    .header("Accept", "application/json")
                    .json(json));

            assertThat(response.status()).isEqualTo(400);
            assertThat(response.header("content-type")).contains("application/problem+json");
            assertThat(response.text()).contains("\"detail\":");
        }

        @Test
        void is_refused_to_another_sites_page() {
            var request = HttpRequest.post("/captcha").json("{\"article\":\"mua-he\"}");

            assertThat(api.send(request.header("Sec-Fetch-Site", "cross-site")).status())
                    .isEqualTo(403);
            assertThat(api.send(request.header("Origin", "https://elsewhere.example"))
                            .status())
                    .isEqualTo(403);
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
        @ParameterizedTest
        @CsvSource({PICTURE + ",image/png", SOUND + ",audio/wav"})
        void head_is_answered_as_get_without_a_body(String path, String type) {
            var response = api.send(HttpRequest.head(path).header("Range", "bytes=0-1"));

            assertThat(response.status()).isEqualTo(200);
            assertThat(response.header("content-type")).contains(type);
            assertThat(response.cookie("captcha")).isPresent();
            assertThat(response.body()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS"})
        void is_refused_and_told_which_ones_picture_and_sound_know(String method) {
            for (var path : new String[] {PICTURE, SOUND}) {
                var response = api.send(HttpRequest.of(method, path));

                assertThat(response.status()).isEqualTo(405);
                assertThat(response.header("allow")).contains("GET, HEAD");
                assertThat(response.cookies()).isEmpty();
            }
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
        void that_can_not_be_has_no_picture_and_no_sound(String slug) {
            for (var file : new String[] {"captcha.png", "captcha.wav"}) {
                assertThat(api.send(HttpRequest.get("/articles/" + slug + "/" + file))
                                .status())
                        .isEqualTo(404);
            }
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
        var challenge = SEALS.open(seal, FORM).orElseThrow();
        api.send(HttpRequest.get(SOUND).cookie("captcha", seal));

        assertThat(log.toString(StandardCharsets.UTF_8))
                .contains(
                        "\"route\":\"GET /articles/{slug}/captcha.png\"",
                        "\"route\":\"GET /articles/{slug}/captcha.wav\"",
                        "\"status\":200")
                .doesNotContain(
                        seal, challenge.answer().symbols(), challenge.spoken().digits(), "mua-he");
    }

    @Nested
    class A_source_that_has_heard_too_much {
        @Test
        void waits_and_is_told_how_long_and_what_to_do_instead() {
            soundsAgainIn = Optional.of(Duration.ofSeconds(301));
            var page = api.send(HttpRequest.get(SOUND).header("Accept", "text/html"));
            var json = api.send(HttpRequest.get(SOUND).header("Accept", "application/json"));

            assertThat(page.status()).isEqualTo(429);
            assertThat(page.header("retry-after")).contains("301");
            assertThat(page.text()).contains("Hãy nghe lại sau 6 phút, hoặc nhập mã trong hình.");
            assertThat(page.cookies()).isEmpty();
            assertThat(json.status()).isEqualTo(429);
            assertThat(json.header("content-type")).contains("application/problem+json");
        }

        @Test
        void still_gets_the_other_parts_of_what_it_began_and_every_picture() {
            var seal = api.send(HttpRequest.get(SOUND)).cookie("captcha").orElseThrow();
            soundsAgainIn = Optional.of(Duration.ofSeconds(301));

            assertThat(api.send(HttpRequest.get(SOUND).cookie("captcha", seal).header("Range", "bytes=1000-"))
                            .status())
                    .isEqualTo(206);
            assertThat(api.send(HttpRequest.get(PICTURE)).status()).isEqualTo(200);
        }
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
                    CaptchaSettings.from(new Environment(environment)),
                    () -> {
                        throw new AssertionError("issuing needs no table");
                    },
                    (_, _) -> demand,
                    _ -> new Verdict(demand, soundsAgainIn),
                    (_, _) -> new Verdict(demand, Optional.empty()),
                    Clock.fixed(START.plus(later), ZoneOffset.UTC),
                    new Meter("captcha"));
        } finally {
            System.setOut(out);
        }
    }

    private static final Context NONE = (Context)
            Proxy.newProxyInstance(Context.class.getClassLoader(), new Class<?>[] {Context.class}, (_, m, _) -> {
                throw new UnsupportedOperationException("the function asked Lambda for " + m.getName());
            });
}
