package ykien.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ykien.cloud.HttpApi;
import ykien.cloud.HttpRequest;
import ykien.cloud.HttpResponse;
import ykien.cloud.Template;

/// The whole site behind the edge that template.yaml describes, with the edge as the only way to it.
class BehindTheEdgeTest {
    private static final String SITE = "https://bao.example";
    private static final String ANOTHER_SECRET = "x".repeat(48);
    private static final Template TEMPLATE = template();

    private final WholeSite site = new WholeSite();
    private final HttpApi api = site.of(TEMPLATE);
    private final LocalEdge edge = edge();

    @BeforeEach
    void publish() {
        site.publish("mua-he", true);
        site.comment("mua-he", "Góp ý");
    }

    /// With the secret in the place of the reference to it, as CloudFormation puts it into functions and
    /// edge alike.
    private static Template template() {
        try {
            var yaml = Files.readString(WholeSite.ROOT.resolve("template.yaml"))
                    .replace(
                            "{{resolve:secretsmanager:${EdgeSecret}:SecretString:::${EdgeSecretVersion}}}",
                            "e".repeat(48));
            return Template.parse(yaml, Map.of("Edge", "yes", "EdgeOnly", "yes", "SiteUrl", SITE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LocalEdge edge() {
        return new LocalEdge(TEMPLATE, api::send, site.clock());
    }

    @Nested
    class What_is_read {
        private static final List<String> ADDRESSES = List.of(
                "/",
                "/categories/doi-song",
                "/articles/mua-he",
                "/articles/mua-he?sent=pending",
                "/articles/mua-he/comments",
                "/photos/mua-he.0123456789abcdef.jpg",
                "/openapi.json",
                "/articles/khong-co");

        @Test
        void is_asked_for_once_for_all_readers() {
            for (var address : ADDRESSES) {
                var before = edge.asked;
                var first = edge.send(curious(address));
                assertThat(edge.send(HttpRequest.get(address)).body())
                        .as(address)
                        .isEqualTo(first.body());
                assertThat(edge.asked - before).as(address).isEqualTo(1);
            }
        }

        /// No challenge, no token, no name: whoever comes first leaves nothing of himself to whoever comes
        /// next.
        @Test
        void is_the_same_whoever_asks_first() {
            for (var address : ADDRESSES) {
                var one = edge().send(curious(address));
                var other = edge().send(HttpRequest.get(address).from("203.0.113.9"));

                assertThat(one.status()).isEqualTo(other.status());
                assertThat(one.body()).as(address).isEqualTo(other.body());
                assertThat(without(one, "apigw-requestid")).isEqualTo(without(other, "apigw-requestid"));
                assertThat(one.cookies()).isEmpty();
                if (!address.equals("/openapi.json")) { // it has examples of all of these
                    assertThat(one.text())
                            .as(address)
                            .doesNotContain(
                                    "name=\"token\"", "?token=", ANOTHER_SECRET, "lan@example.com", "203.0.113");
                }
            }
        }

        private static Map<String, String> without(HttpResponse response, String header) {
            var headers = new TreeMap<>(response.headers());
            headers.remove(header);
            return headers;
        }

        /// A reader who sends all that a reader could send.
        private static HttpRequest curious(String address) {
            return HttpRequest.get(address)
                    .from("203.0.113.7")
                    .header("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
                    .header("Accept-Language", "vi-VN,vi;q=0.9,en-US;q=0.8")
                    .header("User-Agent", "Mozilla/5.0")
                    .header("Referer", SITE + "/?lan@example.com")
                    .header("X-Forwarded-For", "203.0.113.66")
                    .header("X-Forwarded-Host", "evil.example")
                    .header("X-Ykien-Edge", ANOTHER_SECRET)
                    .header("Authorization", "Bearer " + ANOTHER_SECRET)
                    .cookie("captcha", ANOTHER_SECRET)
                    .cookie("newsroom", ANOTHER_SECRET);
        }

        @Test
        void is_kept_as_page_and_as_JSON_apart() {
            for (var address : List.of("/", "/categories/doi-song", "/articles/mua-he", "/articles/mua-he/comments")) {
                for (var asked = 0; asked < 2; asked++) {
                    assertThat(type(address, "application/json")).isEqualTo("application/json");
                    assertThat(type(address, "text/html, */*;q=0.1")).isEqualTo("text/html; charset=utf-8");
                }
            }
        }

        private String type(String address, String accept) {
            return edge.send(HttpRequest.get(address).header("Accept", accept))
                    .header("content-type")
                    .orElseThrow();
        }

        @Test
        void is_kept_apart_from_what_stands_at_the_same_path_with_another_query() {
            var page = edge.send(HttpRequest.get("/articles/mua-he"));
            assertThat(edge.send(HttpRequest.get("/articles/mua-he?sent=pending"))
                            .text())
                    .contains("đang chờ duyệt")
                    .isNotEqualTo(page.text());
            assertThat(edge.send(HttpRequest.get("/articles/mua-he?fbclid=1&utm=2"))
                            .body())
                    .isEqualTo(page.body());
            assertThat(edge.asked).isEqualTo(2);
        }

        /// Nothing that an answer depends on is missing in the key of its copy.
        @Test
        void varies_by_nothing_that_tells_no_copies_apart() {
            everyRoute();

            assertThat(edge.kept()).isPositive();
            assertThat(edge.overlooked).isEmpty();
        }
    }

    /// Sends each route of the template what it could get, with cookies. [LocalEdge] itself throws where it
    /// would keep an answer with a cookie.
    private List<String> everyRoute() {
        var kept = new TreeSet<String>();
        for (var route : TEMPLATE.routes().keySet()) {
            for (var accept : List.of("text/html", "application/json")) {
                var before = edge.kept();
                edge.send(request(route)
                        .header("Accept", accept)
                        .header("Accept-Language", "en")
                        .cookie("captcha", ANOTHER_SECRET)
                        .cookie("newsroom", ANOTHER_SECRET));
                if (edge.kept() > before) {
                    kept.add(route);
                }
            }
        }
        return List.copyOf(kept);
    }

    private static HttpRequest request(String route) {
        var any = route.startsWith("ANY ") || route.equals("$default");
        var path = route.substring(route.indexOf(' ') + 1)
                .replace("$default", "/khong-co")
                .replace("{slug}", "mua-he")
                .replace("{category}", "doi-song")
                .replace("{photo}", "mua-he.0123456789abcdef.jpg")
                .replace("{asset}", "site.000000000000.css")
                .replace("{id}", "0123456789abcdef");
        return any ? HttpRequest.of("DELETE", path) : HttpRequest.of(route.substring(0, route.indexOf(' ')), path);
    }

    @Nested
    class What_is_kept {
        @Test
        void is_what_readers_read_and_nothing_else() {
            assertThat(everyRoute())
                    .containsExactlyInAnyOrder(
                            "GET /",
                            "GET /categories/{category}",
                            "GET /articles/{slug}",
                            "GET /articles/{slug}/comments",
                            "GET /articles/{slug}/comments/{id}/report",
                            "GET /photos/{photo}",
                            "GET /openapi.json"); // and assets by their current names
        }

        /// Nor could it be: their behaviour keeps nothing, whatever an answer says.
        @Test
        void is_nothing_of_the_newsroom_and_the_captcha() {
            for (var route : TEMPLATE.routes().keySet()) {
                var path = request(route).target();
                var isOpen = !path.startsWith("/newsroom") && !path.contains("captcha") && !path.equals("/khong-co");
                assertThat(edge.keepsAnything(edge.behaviour(path))).as(path).isEqualTo(isOpen);
            }
        }

        @Test
        void is_no_error_of_one_person() {
            for (var status : LocalEdge.ERRORS_ALWAYS_KEPT) {
                assertThat(edge.errorTime(status)).as("%d", status).isZero();
            }
        }

        @Test
        void is_not_one_readers_picture() {
            var one = edge.send(HttpRequest.get("/articles/mua-he/captcha.png"));
            var other = edge.send(HttpRequest.get("/articles/mua-he/captcha.png"));

            assertThat(one.cookie("captcha")).isPresent().isNotEqualTo(other.cookie("captcha"));
            assertThat(one.body()).isNotEqualTo(other.body());
            assertThat(edge.kept()).isZero();
        }

        /// CloudFront chooses the behaviour by the path as it was sent, and API Gateway the route by the
        /// path decoded.
        @ParameterizedTest
        @ValueSource(strings = {"/articles/mua-he/%63aptcha.png", "/articles/mua-he%2Fcaptcha.png"})
        void is_not_one_readers_picture_either_where_it_is_called_by_another_name(String path) {
            edge.send(HttpRequest.get(path));

            assertThat(edge.send(HttpRequest.get(path)).cookies().size()).isEqualTo(1);
            assertThat(edge.kept()).isZero();
        }
    }

    @Nested
    class An_approved_comment {
        @ParameterizedTest
        @ValueSource(ints = {0, 1, 9, 10, 24, 25, 26, 59, 60})
        void is_seen_within_half_a_minute(int seconds) {
            var shown = isShownAfter(edge, seconds);

            assertThat(shown || seconds < 25).as("after %d s", seconds).isTrue();
        }

        /// Two tiers of CloudFront, the second of which takes what the first has kept for new.
        @ParameterizedTest
        @ValueSource(ints = {24, 25, 49, 50, 60})
        void is_seen_within_a_minute_by_way_of_two_copies(int seconds) {
            var near = new LocalEdge(TEMPLATE, edge::send, site.clock());
            edge.send(HttpRequest.get("/articles/mua-he"));
            site.comment("mua-he", "Chuyện làng tôi");
            site.wait(Duration.ofSeconds(Math.min(seconds, 24)));
            near.send(HttpRequest.get("/articles/mua-he"));
            site.wait(Duration.ofSeconds(Math.max(seconds - 24, 0)));

            var shown = near.send(HttpRequest.get("/articles/mua-he")).text().contains("Chuyện làng tôi");
            assertThat(shown || seconds < 50).as("after %d s", seconds).isTrue();
        }

        private boolean isShownAfter(LocalEdge edge, int seconds) {
            edge.send(HttpRequest.get("/articles/mua-he"));
            site.comment("mua-he", "Chuyện làng tôi");
            site.wait(Duration.ofSeconds(seconds));
            return edge.send(HttpRequest.get("/articles/mua-he")).text().contains("Chuyện làng tôi");
        }
    }

    @Nested
    class A_comment_that_is_sent {
        @Test
        void comes_through_with_its_cookie_and_gets_its_answer() {
            var fields = site.comment("mua-he");
            var token = String.valueOf(fields.remove("token"));
            var answer = edge.send(HttpRequest.post("/articles/mua-he/comments")
                    .cookie("captcha", token)
                    .header("Origin", SITE)
                    .header("Sec-Fetch-Site", "same-origin")
                    .form(fields));

            assertThat(answer.status()).isEqualTo(303);
            assertThat(answer.cookies()).isNotEmpty();
            assertThat(edge.kept()).isZero();
        }

        @Test
        void comes_through_as_JSON() {
            var fields = site.comment("mua-he");
            var members = new ArrayList<String>();
            fields.forEach((name, value) -> members.add("\"" + name + "\":\"" + value + "\""));
            var answer = edge.send(HttpRequest.post("/articles/mua-he/comments")
                    .header("Accept", "*/*")
                    .json("{" + String.join(",", members) + "}"));

            assertThat(answer.status()).isEqualTo(201);
            assertThat(answer.header("content-type")).hasValue("application/json");
        }

        @Test
        void is_refused_where_another_site_sent_it() {
            for (var header : Map.of("Origin", "https://evil.example", "Sec-Fetch-Site", "cross-site")
                    .entrySet()) {
                assertThat(edge.send(HttpRequest.post("/articles/mua-he/comments")
                                        .header(header.getKey(), header.getValue())
                                        .form(site.comment("mua-he")))
                                .status())
                        .as(header.getKey())
                        .isEqualTo(403);
            }
        }
    }

    @Nested
    class A_report_that_is_sent {
        @Test
        void has_a_form_that_the_comment_leads_to() {
            site.comment("mua-he", "Một ý kiến khác");
            var page = new String(
                    edge.send(HttpRequest.get("/articles/mua-he").header("Accept", "text/html"))
                            .body(),
                    UTF_8);
            var link = Pattern.compile("href=\"(/articles/mua-he/comments/[^\"]+/report[^\"]*)\"")
                    .matcher(page);

            assertThat(link.find()).as(page).isTrue();
            assertThat(edge.send(HttpRequest.get(link.group(1))).status()).isEqualTo(200);
        }

        @Test
        void comes_through_with_the_cookie_of_its_picture() {
            var path = "/articles/mua-he/comments/" + "0".repeat(32) + "/reports";

            assertThat(edge.behaviour(path)).isEqualTo(edge.behaviour("/articles/mua-he/comments"));
        }
    }

    @Nested
    class Whoever_goes_around_it {
        @Test
        void is_refused_and_who_comes_by_it_is_not() {
            assertThat(api.send(HttpRequest.get("/articles/mua-he")).status()).isEqualTo(403);
            assertThat(edge.send(HttpRequest.get("/articles/mua-he")).status()).isEqualTo(200);
            assertThat(edge.send(HttpRequest.get("/newsroom")).status()).isNotEqualTo(403);
        }
    }
}
