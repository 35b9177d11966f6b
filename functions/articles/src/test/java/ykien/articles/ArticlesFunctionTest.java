package ykien.articles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ykien.cloud.HttpRequest;
import ykien.cloud.Template;
import ykien.settings.Environment;

/// What holds for every answer of the function: negotiation, caching, methods, headers, faults.
class ArticlesFunctionTest {
    private static final List<String> RESOURCES =
            List.of("/", "/categories/doi-song", "/articles/mua-he", "/articles/mua-he/comments");

    private final Newspaper paper = new Newspaper();

    @BeforeEach
    void publish() {
        paper.publish(
                SampleArticle.of("mua-he").category("doi-song", "Đời sống").body("<p>" + "Dài. ".repeat(400)));
    }

    @Nested
    class One_address_for_people_and_programs {
        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                '*/*'                                                             | text/html
                'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' | text/html
                'application/json'                                                | application/json
                'application/json, text/html;q=0.9'                               | application/json
                'text/html;q=0.8, application/json;q=0.9'                         | application/json
                'application/json;q=0.4, text/html;q=0.5'                         | text/html
                'application/*'                                                   | application/json
                'application/*;q=0.1, text/*;q=0.2'                               | text/html
                'application/problem+json'                                        | application/json
                'text/html, application/json'                                     | text/html
                'APPLICATION/JSON ; Q=1.0'                                        | application/json
                'application/json;q=0, */*'                                       | text/html
                'text/html;q=0, */*'                                              | application/json
                'image/webp'                                                      | text/html
                'nonsense'                                                        | text/html
                ''                                                                | text/html
                'application/json;q=nonsense, text/html;q=0.1'                    | text/html
                """)
        void gives_whichever_is_liked_better(String accept, String type) {
            for (var resource : RESOURCES) {
                var response = paper.send(HttpRequest.get(resource).header("Accept", accept));
                assertThat(response.header("content-type").orElseThrow())
                        .as(resource)
                        .startsWith(type);
            }
        }

        @Test
        void gives_a_page_to_whoever_does_not_say() {
            assertThat(paper.get("/").header("content-type")).hasValue("text/html; charset=utf-8");
        }

        @Test
        void tells_caches_that_the_answer_depends_on_it() {
            for (var resource : RESOURCES) {
                for (var accept : List.of("text/html", "application/json")) {
                    var response = paper.send(HttpRequest.get(resource).header("Accept", accept));
                    assertThat(response.header("vary").orElse("").split(", ")).contains("accept");
                }
            }
            assertThat(paper.get("/khong-co").header("vary").orElse("").split(", "))
                    .contains("accept");
        }
    }

    @Nested
    class An_answer_that_is_the_same_for_everyone {
        private static final String KEPT = "public, max-age=10, stale-while-revalidate=15, stale-if-error=3600";

        @Test
        void is_kept_for_a_short_while() {
            for (var resource : RESOURCES) {
                var response = paper.get(resource);
                assertThat(response.header("cache-control")).as(resource).hasValue(KEPT);
                assertThat(response.cookies()).isEmpty();
            }
        }

        @Test
        void is_not_sent_again_to_whoever_has_it() {
            for (var resource : RESOURCES) {
                var tag = paper.get(resource).header("etag").orElseThrow();
                var again = paper.send(HttpRequest.get(resource).header("If-None-Match", tag));
                assertThat(again.status()).isEqualTo(304);
                assertThat(again.body()).isEmpty();
                assertThat(again.header("etag")).hasValue(tag);
                assertThat(again.header("cache-control")).hasValue(KEPT);
                assertThat(again.header("vary")).isEqualTo(paper.get(resource).header("vary"));
            }
        }

        @Test
        void is_sent_again_once_it_has_changed() {
            var tag = paper.get("/articles/mua-he").header("etag").orElseThrow();
            paper.comment("mua-he", Newspaper.NOW, "Lan", "", "Hay.");

            assertThat(paper.send(HttpRequest.get("/articles/mua-he").header("If-None-Match", tag))
                            .status())
                    .isEqualTo(200);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "*                 | 304",
                    "TAG               | 304",
                    "\"x\", TAG, \"y\" | 304",
                    "\"x\"             | 200",
                    "''                | 200"
                })
        void is_compared_weakly_with_each_tag_that_the_client_has(String tags, int status) {
            var tag = paper.get("/").header("etag").orElseThrow();

            for (var known : List.of(tag, tag.substring("W/".length()))) {
                assertThat(paper.send(HttpRequest.get("/").header("If-None-Match", tags.replace("TAG", known)))
                                .status())
                        .isEqualTo(status);
            }
        }

        @Test
        void has_tags_of_its_own_as_page_and_as_JSON() {
            var page = paper.get("/articles/mua-he").header("etag").orElseThrow();
            var json = paper.send(HttpRequest.get("/articles/mua-he")
                    .header("Accept", "application/json")
                    .header("If-None-Match", page));
            assertThat(json.status()).isEqualTo(200);
        }
    }

    @Nested
    class A_refusal {
        @Test
        void is_not_kept_and_has_no_tag() {
            for (var request : List.of(
                    HttpRequest.get("/?after=x"),
                    HttpRequest.post("/khong-co"),
                    HttpRequest.post("/articles/mua-he"))) {
                var response = paper.send(request);
                assertThat(response.status()).as(request.toString()).isBetween(400, 499);
                assertThat(response.header("cache-control"))
                        .as(request.toString())
                        .hasValue("no-store");
                assertThat(response.header("etag")).isEmpty();
            }
        }

        /// But that there is nothing at an address, which is so for everyone, and may change soon.
        @Test
        void is_kept_for_a_moment_where_there_is_nothing() {
            for (var target : List.of("/khong-co", "/articles/khong-co", "/photos/x", "/assets/x", "/categories/x")) {
                for (var request : List.of(HttpRequest.get(target), HttpRequest.head(target))) {
                    var response = paper.send(request);
                    assertThat(response.status()).isEqualTo(404);
                    assertThat(response.header("cache-control")).as(target).hasValue("public, max-age=10");
                    assertThat(response.header("etag")).isEmpty();
                    assertThat(response.cookies()).isEmpty();
                }
            }
        }

        @Test
        void is_a_page_for_people() {
            var page = Newspaper.page(paper.get("/khong-co"), 404);
            assertThat(page.select("main .kicker").text()).isEqualTo("Lỗi 404");
            assertThat(page.select("main h1").text()).isEqualTo("Không tìm thấy trang");
            assertThat(page.select("main a.press").attr("href")).isEqualTo("/");
            assertThat(page.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
        }

        @Test
        void is_a_problem_detail_for_programs() {
            var response = paper.send(HttpRequest.get("/khong-co").header("Accept", "application/json"));

            assertThat(response.header("content-type")).hasValue("application/problem+json");
            var problem = (Map<?, ?>) response.json();
            assertThat(problem.get("type")).isEqualTo("urn:ykien:problem:unknown-page");
            assertThat(problem.get("status")).isEqualTo(404);
            assertThat(problem.get("instance"))
                    .isEqualTo("urn:ykien:request:"
                            + response.header("apigw-requestid").orElseThrow());
        }
    }

    @Nested
    class Compression {
        @Test
        void is_used_where_the_client_takes_it() throws IOException {
            for (var resource : List.of(
                    "/articles/mua-he",
                    paper.page("/").select("link[rel=stylesheet]").attr("href"))) {
                var plain = paper.get(resource);
                var zipped = paper.send(HttpRequest.get(resource).header("Accept-Encoding", "br, gzip;q=0.8"));

                assertThat(zipped.header("content-encoding")).hasValue("gzip");
                assertThat(zipped.body().length).isLessThan(plain.body().length / 2);
                assertThat(unzipped(zipped.body())).isEqualTo(plain.body());
                assertThat(zipped.header("vary").orElse("").split(", ")).contains("accept-encoding");
                assertThat(zipped.header("etag")).isEqualTo(plain.header("etag"));
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "br", "identity", "gzip;q=0", "x-gzip2"})
        void is_not_used_where_the_client_does_not(String encodings) {
            var response = paper.send(HttpRequest.get("/articles/mua-he").header("Accept-Encoding", encodings));

            assertThat(response.header("content-encoding")).isEmpty();
            assertThat(response.header("vary").orElse("").split(", ")).contains("accept", "accept-encoding");
            assertThat(response.text()).contains("Dài. Dài.");
        }

        @Test
        void is_not_used_for_what_is_short_already() {
            paper.publish(SampleArticle.of("ngan"));

            var json = paper.send(HttpRequest.get("/articles/ngan")
                    .header("Accept", "application/json")
                    .header("Accept-Encoding", "gzip"));
            assertThat(json.header("content-encoding")).isEmpty();
        }

        private static byte[] unzipped(byte[] zipped) throws IOException {
            try (var gzip = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
                return gzip.readAllBytes();
            }
        }
    }

    @Nested
    class Methods {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/",
                    "/categories/doi-song",
                    "/articles/mua-he",
                    "/articles/mua-he/comments",
                    "/openapi.json",
                    "/assets/site.0123456789ab.css"
                })
        void HEAD_is_answered_as_GET_without_a_body(String target) {
            var get = paper.get(target);
            var head = paper.send(HttpRequest.head(target));

            assertThat(head.status()).isEqualTo(200);
            assertThat(head.body()).isEmpty();
            assertThat(withoutId(head.headers())).isEqualTo(withoutId(get.headers()));
        }

        private static Map<String, String> withoutId(Map<String, String> headers) {
            var rest = new java.util.TreeMap<>(headers);
            rest.remove("apigw-requestid");
            return rest;
        }

        @Test
        void HEAD_of_what_is_unknown_is_a_404_without_a_body() {
            for (var target : List.of("/khong-co", "/articles/khong-co")) {
                var head = paper.send(HttpRequest.head(target));
                assertThat(head.status()).isEqualTo(404);
                assertThat(head.body()).isEmpty();
            }
        }

        @ParameterizedTest
        @CsvSource({
            "DELETE,  /,                              'GET, HEAD'",
            "POST,    /,                              'GET, HEAD'",
            "OPTIONS, /,                              'GET, HEAD'",
            "PUT,     /articles/mua-he,               'GET, HEAD'",
            "POST,    /articles/khong-co,             'GET, HEAD'",
            "PATCH,   /categories/doi-song,           'GET, HEAD'",
            "POST,    /photos/x,                      'GET, HEAD'",
            "POST,    /assets/x,                      'GET, HEAD'",
            "DELETE,  /openapi.json,                  'GET, HEAD'",
            "PUT,     /articles/mua-he/comments,      'GET, HEAD, POST'",
            "DELETE,  /articles/mua-he/comments,      'GET, HEAD, POST'",
        })
        void others_are_refused_with_those_that_are_known(String method, String target, String allow) {
            var response = paper.send(HttpRequest.of(method, target));

            assertThat(response.header("allow")).hasValue(allow);
            assertThat(Newspaper.page(response, 405).select("main").text()).contains("chỉ nhận " + allow + ".");
        }

        @ParameterizedTest
        @CsvSource({
            "GET,    /khong-co",
            "POST,   /khong-co",
            "DELETE, /articles/mua-he/comments/1",
            "GET,    /articles",
            "GET,    /articles/",
            "GET,    /categories/",
            "GET,    /robots.txt"
        })
        void at_an_unknown_address_are_all_a_404(String method, String target) {
            var response = paper.send(HttpRequest.of(method, target));

            assertThat(response.status()).isEqualTo(404);
            assertThat(response.header("allow")).isEmpty();
        }
    }

    @Nested
    class Every_answer {
        private static final List<String> TARGETS = List.of(
                "/",
                "/categories/doi-song",
                "/articles/mua-he",
                "/articles/mua-he/comments",
                "/openapi.json",
                "/assets/site.0123456789ab.css",
                "/assets/icon.0123456789ab.svg",
                "/photos/mua-he.0123456789abcdef.jpg",
                "/khong-co",
                "/articles/khong-co",
                "/?after=x");

        @Test
        void tells_the_browser_what_to_refuse() {
            for (var target : TARGETS) {
                for (var method : List.of("GET", "HEAD", "DELETE")) {
                    for (var accept : List.of("text/html", "application/json")) {
                        assertSecure(paper.send(HttpRequest.of(method, target).header("Accept", accept))
                                .headers());
                    }
                }
            }
        }

        @Test
        void tells_it_even_where_it_is_a_304() {
            var tag = paper.get("/").header("etag").orElseThrow();

            assertSecure(paper.send(HttpRequest.get("/").header("If-None-Match", tag))
                    .headers());
        }

        private static void assertSecure(Map<String, String> headers) {
            assertThat(headers)
                    .containsEntry("x-content-type-options", "nosniff")
                    .containsEntry("x-frame-options", "DENY")
                    .containsEntry("referrer-policy", "same-origin")
                    .containsEntry("strict-transport-security", "max-age=31536000")
                    .containsKeys("permissions-policy", "cache-control");
            assertThat(Objects.requireNonNull(headers.get("content-security-policy"))
                            .split("; "))
                    .containsExactlyInAnyOrder(
                            "default-src 'none'",
                            "script-src 'self'",
                            "connect-src 'self'",
                            "style-src 'self'",
                            "media-src 'self'",
                            "img-src 'self' https://photos.s3.ap-southeast-1.amazonaws.com",
                            "form-action 'self'",
                            "base-uri 'none'",
                            "frame-ancestors 'none'");
        }

        @Test
        void asks_for_TLS_only_where_the_site_has_it() {
            var local = new Newspaper(Map.of("SiteUrl", "http://localhost:8080"), Map.of());

            assertThat(local.get("/").header("strict-transport-security")).isEmpty();
            assertThat(local.get("/khong-co").header("strict-transport-security"))
                    .isEmpty();
        }
    }

    @Nested
    class A_fault_inside {
        private final Newspaper broken = new Newspaper(Map.of(), Map.of("ARTICLES_TABLE", "Gone"));

        @Test
        void shows_people_the_request_id_and_nothing_else() {
            var response = broken.get("/articles/mua-he");

            var page = Newspaper.page(response, 500);
            assertThat(page.select("main h1").text()).isEqualTo("Có lỗi trong hệ thống");
            assertThat(page.select("main").text())
                    .contains(response.header("apigw-requestid").orElseThrow());
            assertThat(response.text()).doesNotContain("Exception", "Gone", "dynamodb", "ykien.", "software.amazon");
            assertThat(response.header("cache-control")).hasValue("no-store");
            assertThat(response.header("x-content-type-options")).hasValue("nosniff");
        }

        @Test
        void shows_programs_the_same() {
            var response = broken.send(HttpRequest.get("/").header("Accept", "application/json"));

            assertThat(response.status()).isEqualTo(500);
            assertThat(((Map<?, ?>) response.json()).get("type")).isEqualTo("urn:ykien:problem:internal");
            assertThat(response.text()).doesNotContain("Exception", "Gone");
        }
    }

    @Nested
    class A_setting_that_is_wrong {
        private final Map<String, String> variables = new java.util.HashMap<>(
                Template.read(Newspaper.TEMPLATE).function("ArticlesFunction").environment());

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "ARTICLES_TABLE",
                    "COMMENTS_TABLE",
                    "PHOTOS_BUCKET",
                    "SITE_URL",
                    "SITE_NAME",
                    "TIME_ZONE",
                    "DYNAMODB_ENDPOINT"
                })
        void is_named_where_it_is_missing(String name) {
            variables.remove(name);

            assertThatThrownBy(() -> ArticlesSettings.from(new Environment(variables)))
                    .hasMessage(name + " is not set; set it in template.yaml, under the function's Environment");
        }

        @Test
        void is_named_where_it_makes_no_sense() {
            variables.put("TIME_ZONE", "Asia/Saigon City");

            assertThatThrownBy(() -> ArticlesSettings.from(new Environment(variables)))
                    .hasMessage("TIME_ZONE is no time zone, write it like Asia/Ho_Chi_Minh: Asia/Saigon City");
        }
    }
}
