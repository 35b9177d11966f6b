package ykien.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import ykien.cloud.HttpApi;
import ykien.cloud.HttpRequest;
import ykien.cloud.HttpResponse;
import ykien.cloud.Template;
import ykien.metric.Meter;
import ykien.metric.Metric;

class HttpFunctionTest {
    private static final String LONG = "Đường hoa xóm Đình. ".repeat(200);
    private static final String SECRET = "e".repeat(48);

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final Meter meter = new Meter("articles");
    private final HttpApi api = api(Map.of(
            "GET /", _ -> page(LONG).withHeader("cache-control", "public, max-age=60"),
            "GET /articles/{slug}",
                    request -> page(request.pathParameter("slug")).withHeader("vary", "accept"),
            "GET /categories/{category}",
                    _ -> {
                        throw new IllegalStateException("hoa@vidu.vn said: 0912345678", new IOException("secret"));
                    },
            "GET /photos/{photo}", _ -> Response.ok("image/png", Body.of(new byte[4096])),
            "GET /captcha/altcha",
                    _ -> page(LONG).counting(Metric.CAPTCHA_WRONG).counting(Metric.COMMENTS_APPROVED, 3),
            "GET /captcha/sound",
                    _ -> {
                        throw new IllegalStateException(
                                "no sound for hoa@vidu.vn",
                                TransactionCanceledException.builder()
                                        .message("hoa@vidu.vn")
                                        .cancellationReasons(
                                                CancellationReason.builder()
                                                        .code("None")
                                                        .build(),
                                                CancellationReason.builder()
                                                        .code("ThrottlingError")
                                                        .message("item hoa@vidu.vn")
                                                        .build())
                                        .build());
                    },
            "GET /articles/{slug}/captcha.wav",
                    _ -> Response.ok("audio/wav", Body.of("0123456789"))
                            .withHeader("accept-ranges", "bytes")
                            .withCookie("a=1"),
            "GET /openapi.json",
                    _ -> page(LONG)
                            .withHeader("cache-control", "no-store")
                            .withCookie("a=1")
                            .withCookie("b=2"),
            "POST /articles/{slug}/comments", _ -> page(LONG).withHeader("cache-control", "max-age=60")));

    @Nested
    class An_answer {
        @Test
        void tells_browsers_what_to_refuse() {
            assertThat(get("/").headers())
                    .containsEntry(
                            "content-security-policy",
                            "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src"
                                    + " 'self' https://photos.example; media-src 'self'; form-action 'self'; base-uri"
                                    + " 'none'; frame-ancestors 'none'")
                    .containsEntry("x-content-type-options", "nosniff")
                    .containsEntry("referrer-policy", "same-origin")
                    .containsEntry("strict-transport-security", "max-age=31536000")
                    .containsKeys("permissions-policy", "x-frame-options", "cross-origin-opener-policy");
        }

        @Test
        void tells_it_on_refusals_and_faults_too() {
            assertThat(get("/khong-co").headers()).containsKeys("content-security-policy", "x-content-type-options");
            assertThat(get("/categories/a").headers())
                    .containsKeys("content-security-policy", "x-content-type-options");
        }

        @Test
        void that_says_nothing_of_storing_is_not_stored() {
            assertThat(get("/articles/a").header("cache-control")).contains("no-store");
        }

        @Test
        void has_each_cookie_by_itself() {
            assertThat(get("/openapi.json").cookies()).containsExactly("a=1", "b=2");
        }

        @Test
        void carries_bytes_as_they_are() {
            assertThat(get("/photos/a").body()).isEqualTo(new byte[4096]);
        }
    }

    @Nested
    class Compression {
        @Test
        void shrinks_long_text_where_the_client_takes_gzip() throws IOException {
            var response = api.send(HttpRequest.get("/").header("Accept-Encoding", "gzip, br"));

            assertThat(response.header("content-encoding")).contains("gzip");
            assertThat(response.header("vary")).contains("accept-encoding");
            assertThat(response.body().length).isLessThan(400);
            assertThat(new GZIPInputStream(new ByteArrayInputStream(response.body())).readAllBytes())
                    .isEqualTo(LONG.getBytes(UTF_8));
        }

        @Test
        void leaves_it_plain_where_it_does_not_and_says_that_it_depends() {
            var response = api.send(HttpRequest.get("/").header("Accept-Encoding", "br"));

            assertThat(response.header("content-encoding")).isEmpty();
            assertThat(response.header("vary")).contains("accept-encoding");
            assertThat(response.text()).isEqualTo(LONG);
        }

        /// It makes Brotli of what it keeps, and never of what is compressed already.
        @Test
        void is_left_to_an_edge_that_asks_for_Brotli_of_what_it_may_keep() {
            assertThat(byTheEdge("/", "br,gzip").header("content-encoding")).isEmpty();
            assertThat(byTheEdge("/", "br,gzip").header("vary")).contains("accept-encoding");
            assertThat(byTheEdge("/", "gzip").header("content-encoding")).contains("gzip");
            assertThat(byTheEdge("/openapi.json", "br,gzip").header("content-encoding"))
                    .as("no-store")
                    .contains("gzip");
        }

        private HttpResponse byTheEdge(String path, String encodings) {
            return api.send(
                    HttpRequest.get(path).header("Accept-Encoding", encodings).header("X-Ykien-Edge", SECRET));
        }

        @ParameterizedTest
        @ValueSource(strings = {"/articles/short", "/photos/a"})
        void leaves_what_would_not_shrink(String path) {
            var response = api.send(HttpRequest.get(path).header("Accept-Encoding", "gzip"));

            assertThat(response.header("content-encoding")).isEmpty();
            assertThat(response.header("vary").orElse("")).doesNotContain("accept-encoding");
        }
    }

    @Nested
    class A_part_of_an_answer {
        private static final String SOUND = "/articles/a/captcha.wav";

        private final String tag = get(SOUND).header("etag").orElseThrow();

        @ParameterizedTest
        @CsvSource({
            "bytes=0-1,                    01,         0-1",
            "bytes=0-,                     0123456789, 0-9",
            "bytes=3-,                     3456789,    3-9",
            "bytes=9-9,                    9,          9-9",
            "bytes=4-99999999999999999999, 456789,     4-9",
            "bytes=-3,                     789,        7-9",
            "bytes=-99999999999999999999,  0123456789, 0-9",
            "BYTES= 2-3,                   23,         2-3"
        })
        void is_sent_to_whoever_asks_for_it(String range, String part, String which) {
            var response = ask("Range", range);

            assertThat(response.status()).isEqualTo(206);
            assertThat(response.text()).isEqualTo(part);
            assertThat(response.header("content-range")).contains("bytes " + which + "/10");
            assertThat(response.headers())
                    .containsEntry("content-type", "audio/wav")
                    .containsEntry("accept-ranges", "bytes")
                    .containsEntry("etag", tag);
            assertThat(response.cookies()).containsExactly("a=1");
        }

        @ParameterizedTest
        @ValueSource(strings = {"bytes=10-", "bytes=10-12", "bytes=-0", "bytes=99999999999999999999-"})
        void behind_the_end_is_refused_with_where_the_end_is(String range) {
            var response = ask("Range", range);

            assertThat(response.status()).isEqualTo(416);
            assertThat(response.header("content-range")).contains("bytes */10");
            assertThat(response.text()).contains("out-of-range", "10 byte");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "bytes=0-1,3-4",
                    "bytes=3-2",
                    "bytes=-",
                    "bytes=",
                    "bytes",
                    "",
                    "bytes=a-b",
                    "bytes=1",
                    "bytes=--1",
                    "bytes=+1-2",
                    "bytes=٣-٤",
                    "seconds=0-1"
                })
        void that_is_none_or_more_than_one_is_the_whole(String range) {
            var response = ask("Range", range);

            assertThat(response.status()).isEqualTo(200);
            assertThat(response.text()).isEqualTo("0123456789");
            assertThat(response.header("content-range")).isEmpty();
        }

        @Test
        void is_sent_only_if_it_is_of_what_the_client_has_parts_of() {
            assertThat(tag).matches("\"[0-9a-f]{24}\"");
            assertThat(ask("Range", "bytes=0-1", "If-Range", tag).status()).isEqualTo(206);
            for (var other : new String[] {"\"x\"", "W/" + tag, "Mon, 23 Nov 2026 02:14:00 GMT", ""}) {
                assertThat(ask("Range", "bytes=0-1", "If-Range", other).text()).isEqualTo("0123456789");
            }
        }

        @Test
        void is_nothing_that_other_methods_or_other_answers_know() {
            var head = api.send(HttpRequest.head(SOUND).header("Range", "bytes=0-1"));
            assertThat(head.status()).isEqualTo(200);
            assertThat(head.header("accept-ranges")).contains("bytes");
            var photo = api.send(HttpRequest.get("/photos/a").header("Range", "bytes=0-1"));
            assertThat(photo.status()).isEqualTo(200);
            assertThat(photo.body()).hasSize(4096);
        }

        private HttpResponse ask(String... headers) {
            var request = HttpRequest.get(SOUND);
            for (var i = 0; i < headers.length; i += 2) {
                request = request.header(headers[i], headers[i + 1]);
            }
            return api.send(request);
        }
    }

    @Nested
    class A_stored_answer {
        private final HttpResponse first = get("/");
        private final String tag = first.header("etag").orElseThrow();

        @Test
        void has_a_weak_tag_of_its_content() {
            assertThat(tag).matches("W/\"[0-9a-f]{24}\"");
            assertThat(get("/").header("etag")).contains(tag);
            assertThat(api.send(HttpRequest.get("/").header("Accept-Encoding", "gzip"))
                            .header("etag"))
                    .contains(tag);
        }

        @Test
        void is_not_sent_again_to_whoever_has_it() {
            for (var known : new String[] {tag, tag.substring(2), "*", "\"x\", " + tag + ", W/\"y\""}) {
                var again = api.send(HttpRequest.get("/").header("If-None-Match", known));
                assertThat(again.status()).isEqualTo(304);
                assertThat(again.body()).isEmpty();
            }
        }

        /// RFC 9110, section 15.4.5: what the 200 would have said of caching.
        @Test
        void is_confirmed_with_the_headers_that_its_200_had() {
            var again =
                    api.send(HttpRequest.get("/").header("If-None-Match", tag).header("Accept-Encoding", "gzip"));

            assertThat(again.header("etag")).contains(tag);
            assertThat(again.header("vary")).isEqualTo(first.header("vary"));
            assertThat(again.header("cache-control")).isEqualTo(first.header("cache-control"));
            assertThat(again.header("content-encoding")).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "\"\"", "W/\"0123456789abcdef01234567\"", "nonsense"})
        void is_sent_to_whoever_has_another(String known) {
            assertThat(api.send(HttpRequest.get("/").header("If-None-Match", known))
                            .status())
                    .isEqualTo(200);
        }

        @Test
        void is_none_where_it_must_not_be_stored_or_was_posted() {
            assertThat(get("/openapi.json").header("etag")).isEmpty();
            assertThat(api.send(HttpRequest.post("/articles/a/comments").header("If-None-Match", "*"))
                            .status())
                    .isEqualTo(200);
        }
    }

    @Nested
    class Another_method {
        @Test
        void head_is_answered_as_get_without_a_body() {
            var head = api.send(HttpRequest.head("/"));

            assertThat(head.status()).isEqualTo(200);
            assertThat(head.header("etag")).isEqualTo(get("/").header("etag"));
            assertThat(head.header("content-type")).contains("text/html; charset=utf-8");
            assertThat(head.body()).isEmpty();
        }

        @Test
        void head_can_be_confirmed_too() {
            var tag = get("/").header("etag").orElseThrow();

            assertThat(api.send(HttpRequest.head("/").header("If-None-Match", tag))
                            .status())
                    .isEqualTo(304);
        }

        @ParameterizedTest
        @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "TRACE"})
        void is_refused_with_the_ones_that_are_known(String method) {
            var response = api.send(HttpRequest.of(method, "/articles/a"));

            assertThat(response.status()).isEqualTo(405);
            assertThat(response.header("allow")).contains("GET, HEAD");
        }

        @Test
        void is_refused_with_those_that_other_functions_answer_as_well() {
            assertThat(api.send(HttpRequest.of("PUT", "/articles/a/comments")).header("allow"))
                    .contains("GET, HEAD, POST");
        }
    }

    @Nested
    class A_fault_inside {
        @Test
        void is_told_by_its_request_id_alone() {
            var response = get("/categories/a");

            assertThat(response.status()).isEqualTo(500);
            assertThat(response.text())
                    .contains(response.header("apigw-requestid").orElseThrow())
                    .doesNotContain("Exception", "vidu.vn", "secret");
        }

        @Test
        void is_logged_by_types_and_places_but_not_by_its_messages() {
            get("/categories/a");

            assertThat(log.toString(UTF_8).lines())
                    .singleElement()
                    .satisfies(line -> assertThat(line)
                            .startsWith("{\"level\":\"ERROR\"")
                            .contains("java.lang.IllegalStateException", "java.io.IOException", "HttpFunctionTest")
                            .doesNotContain("vidu.vn", "0912345678", "secret", "/categories/a", "awsCode"));
        }

        @Test
        void is_logged_by_what_AWS_calls_it_but_not_by_what_AWS_says_of_it() {
            get("/captcha/sound");

            assertThat(line())
                    .containsEntry("awsCode", "TransactionCanceledException: None, ThrottlingError")
                    .containsEntry("Faults", 1);
            assertThat(log.toString(UTF_8)).doesNotContain("vidu.vn");
        }
    }

    @Nested
    class The_log {
        @Test
        void has_one_line_a_request() {
            var id = get("/articles/bai-rieng-tu").header("apigw-requestid").orElseThrow();

            assertThat(log.toString(UTF_8).lines())
                    .singleElement()
                    .satisfies(line -> assertThat(line)
                            .contains(
                                    "\"level\":\"INFO\"",
                                    "\"requestId\":\"" + id + "\"",
                                    "\"route\":\"GET /articles/{slug}\"",
                                    "\"method\":\"GET\"",
                                    "\"status\":200",
                                    "\"cold\":true")
                            .doesNotContain("bai-rieng-tu"));
        }
    }

    @Nested
    class The_numbers_in_the_log {
        /// "Specification: Embedded metric format", Amazon CloudWatch User Guide.
        @Test
        void stand_as_CloudWatch_takes_them() {
            var before = System.currentTimeMillis();
            get("/articles/a");

            var line = line();
            assertThat(line).containsEntry("FunctionName", "articles").containsEntry("Requests", 1);
            assertThat(line.get("Latency")).isInstanceOf(Integer.class);
            var aws = (Map<?, ?>) Objects.requireNonNull(line.get("_aws"));
            assertThat((Long) aws.get("Timestamp")).isBetween(before, System.currentTimeMillis());
            assertThat(aws.get("CloudWatchMetrics"))
                    .isEqualTo(List.of(Map.of(
                            "Namespace",
                            "Ykien",
                            "Dimensions",
                            List.of(List.of("FunctionName")),
                            "Metrics",
                            List.of(
                                    Map.of("Name", "Requests", "Unit", "Count"),
                                    Map.of("Name", "Latency", "Unit", "Milliseconds"),
                                    Map.of("Name", "ColdStarts", "Unit", "Count")))));
        }

        @Test
        void have_a_cold_start_once_and_nothing_that_did_not_happen() {
            get("/");
            log.reset();
            get("/");

            assertThat(line()).doesNotContainKeys("ColdStarts", "Faults", "RefusedUnknown", "DynamoDbThrottles");
        }

        @Test
        void have_what_an_action_counts_and_its_client_sees_nothing_of_it() {
            var response = get("/captcha/altcha");

            assertThat(line()).containsEntry("CaptchaWrong", 1).containsEntry("CommentsApproved", 3);
            assertThat(response.headers().toString() + response.text()).doesNotContain("Captcha", "Approved");
        }

        @Test
        void keep_what_an_action_counts_where_the_answer_is_made_smaller() {
            api.send(HttpRequest.get("/captcha/altcha").header("Accept-Encoding", "gzip"));
            assertThat(line()).containsEntry("CaptchaWrong", 1);
            log.reset();
            api.send(HttpRequest.head("/captcha/altcha"));
            assertThat(line()).containsEntry("CaptchaWrong", 1);
        }

        @Test
        void have_what_built_up_in_the_process_once() {
            meter.count(Metric.DYNAMODB_THROTTLES);
            meter.count(Metric.DYNAMODB_THROTTLES);
            get("/");
            assertThat(line()).containsEntry("DynamoDbThrottles", 2);
            log.reset();
            get("/");
            assertThat(line()).doesNotContainKey("DynamoDbThrottles");
        }

        @Test
        void have_nothing_of_what_built_up_before_the_snapshot() throws IOException {
            var function = function(Map.of("GET /", _ -> page(LONG)));
            meter.count(Metric.DYNAMODB_THROTTLES);
            function.prime("GET /", Map.of());
            assertThat(log.size()).isZero();

            assertThat(meter.take()).isEmpty();
        }

        @Test
        void have_a_fault_but_no_refusal_of_what_was_ours() {
            get("/categories/a");

            assertThat(line())
                    .containsEntry("Faults", 1)
                    .doesNotContainKeys("RefusedUnknown", "RefusedBusy", "RefusedRequest");
        }

        @ParameterizedTest
        @CsvSource({
            "200, ''",
            "303, ''",
            "304, ''",
            "400, RefusedRequest",
            "401, RefusedForbidden",
            "403, RefusedForbidden",
            "404, RefusedUnknown",
            "405, RefusedRequest",
            "409, RefusedLate",
            "413, RefusedRequest",
            "415, RefusedRequest",
            "416, RefusedRequest",
            "422, RefusedForm",
            "429, RefusedLimit",
            "500, ''",
            "502, RefusedBusy",
            "503, RefusedBusy",
        })
        void have_refusals_by_kind(int status, String kind) {
            var refusing = api(Map.of("GET /", _ -> page("").withStatus(status)));
            refusing.send(HttpRequest.get("/"));

            assertThat(line().keySet().stream().filter(name -> name.startsWith("Refused")))
                    .isEqualTo(kind.isEmpty() ? List.of() : List.of(kind));
        }
    }

    private Map<String, @Nullable Object> line() {
        var line = new LinkedHashMap<String, @Nullable Object>();
        ((Map<?, ?>) Objects.requireNonNull(ykien.cloud.Json.read(log.toByteArray())))
                .forEach((name, value) -> line.put(String.valueOf(name), value));
        return line;
    }

    @Nested
    class What_is_no_event {
        @ParameterizedTest
        @ValueSource(strings = {"", "{}", "[]", "null", "{\"routeKey\":\"GET /\"}", "{\"version\":\"1.0\"}", "{"})
        void is_thrown_at_lambda(String event) {
            var function = function(Map.of());

            assertThatThrownBy(() -> function.serve(
                            new ByteArrayInputStream(event.getBytes(UTF_8)), new ByteArrayOutputStream()))
                    .isInstanceOf(IOException.class);
        }
    }

    private HttpResponse get(String path) {
        return api.send(HttpRequest.get(path));
    }

    private static Response page(String text) {
        return Response.ok(MediaTypes.HTML, Body.of(text));
    }

    /// template.yaml's routes, whichever function they lead to, with these actions behind them.
    private HttpApi api(Map<String, Action> actions) {
        var template = Template.read(Path.of(System.getProperty("ykien.root", "../.."), "template.yaml"));
        var function = function(actions);
        return HttpApi.of(template)
                .with("ArticlesFunction", function::serve)
                .with("CommentsFunction", function::serve)
                .with("CaptchaFunction", function::serve);
    }

    private HttpFunction function(Map<String, Action> actions) {
        var out = System.out;
        System.setOut(new PrintStream(log, true, UTF_8)); // a function logs to what it finds when made
        try {
            return new HttpFunction(
                    Routes.of(actions, Set.of("GET /articles/{slug}/comments")),
                    HttpFunctionTest::refused,
                    SecurityHeaders.of(Site.of("Báo Mẫu", ""), "https://photos.example"),
                    Edge.of(SECRET, "no"),
                    meter);
        } finally {
            System.setOut(out);
        }
    }

    private static Response refused(Request request, Problem problem) {
        var response = Json.problem(request, problem);
        return problem.allow().map(it -> response.withHeader("allow", it)).orElse(response);
    }
}
