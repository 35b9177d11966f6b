package ykien.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpApiTest {
    private final List<Exception> failures = new ArrayList<>();
    private final HttpApi api = HttpApi.of(Templates.defaults())
            .at(InstantSource.fixed(Instant.parse("2026-11-23T22:00:00.042Z")))
            .onFailure(failures::add);

    @Nested
    class An_event {
        /// Every member of the documentation's sample, but for what needs an authorizer, a certificate or stage
        /// variables.
        @Test
        void is_that_of_the_documentation() {
            var event = event(
                    HttpRequest.of("PUT", "/notes/my%20note?parameter1=value1&parameter1=value2&parameter2=v%C3%A0")
                            .header("Host", "id.execute-api.us-east-1.amazonaws.com")
                            .header("Header1", "value1")
                            .header("header2", "value1")
                            .header("Header2", "value2")
                            .header("User-Agent", "agent")
                            .header("Cookie", "cookie1=a; cookie2=b")
                            .header("Cookie", "cookie3=c")
                            .header("X-Forwarded-For", "198.51.100.7")
                            .header("Connection", "keep-alive")
                            .from("192.0.2.1")
                            .json("{\"a\":\"ấ\"}"));

            assertThat((String) Json.at(event, "requestContext", "requestId"))
                    .hasSize(16)
                    .endsWith("=");
            assertThat((String) Json.at(event, "headers", "x-amzn-trace-id"))
                    .matches("Root=1-[0-9a-f]{8}-[0-9a-f]{24}");
            withoutRandomness(event);
            assertThat(event).isEqualTo(Json.read("""
                            {
                              "version": "2.0",
                              "routeKey": "ANY /notes/{id}",
                              "rawPath": "/notes/my note",
                              "rawQueryString": "parameter1=value1&parameter1=value2&parameter2=v%C3%A0",
                              "cookies": ["cookie1=a", "cookie2=b", "cookie3=c"],
                              "headers": {
                                "content-length": "11",
                                "content-type": "application/json",
                                "header1": "value1",
                                "header2": "value1,value2",
                                "host": "id.execute-api.us-east-1.amazonaws.com",
                                "user-agent": "agent",
                                "x-forwarded-for": "198.51.100.7, 192.0.2.1",
                                "x-forwarded-port": "443",
                                "x-forwarded-proto": "https"
                              },
                              "queryStringParameters": {"parameter1": "value1,value2", "parameter2": "và"},
                              "requestContext": {
                                "accountId": "123456789012",
                                "apiId": "a1b2c3d4e5",
                                "domainName": "id.execute-api.us-east-1.amazonaws.com",
                                "domainPrefix": "id",
                                "http": {
                                  "method": "PUT",
                                  "path": "/notes/my note",
                                  "protocol": "HTTP/1.1",
                                  "sourceIp": "192.0.2.1",
                                  "userAgent": "agent"
                                },
                                "routeKey": "ANY /notes/{id}",
                                "stage": "$default",
                                "time": "23/Nov/2026:22:00:00 +0000",
                                "timeEpoch": 1795471200042
                              },
                              "body": "{\\"a\\":\\"ấ\\"}",
                              "pathParameters": {"id": "my note"},
                              "isBase64Encoded": false
                            }
                            """.getBytes(UTF_8)));
        }

        @Test
        void has_no_members_for_what_is_not_there() {
            var event = event(HttpRequest.get("/"));
            assertThat(event)
                    .containsEntry("routeKey", "$default")
                    .containsEntry("rawQueryString", "")
                    .containsEntry("isBase64Encoded", false)
                    .doesNotContainKeys("body", "cookies", "queryStringParameters", "pathParameters", "stageVariables");
            assertThat(Json.at(event, "requestContext", "domainName"))
                    .isEqualTo("a1b2c3d4e5.execute-api.ap-southeast-1.amazonaws.com");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "text/plain",
                    "text/html; charset=utf-8",
                    "Application/JSON",
                    "application/xml",
                    "application/javascript"
                })
        void has_text_as_it_is(String type) {
            assertThat(event(HttpRequest.post("/notes").body(type, "chữ")))
                    .containsEntry("body", "chữ")
                    .containsEntry("isBase64Encoded", false);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "application/x-www-form-urlencoded",
                    "multipart/form-data; boundary=x",
                    "image/png",
                    "application/problem+json",
                    "nonsense"
                })
        void has_everything_else_in_base64(String type) {
            assertThat(event(HttpRequest.post("/notes").body(type, "chữ")))
                    .containsEntry("body", Base64.getEncoder().encodeToString("chữ".getBytes(UTF_8)))
                    .containsEntry("isBase64Encoded", true);
        }

        @Test
        void has_a_body_without_a_type_in_base64() {
            assertThat(event(HttpRequest.post("/notes").body(new byte[] {1, 2})))
                    .containsEntry("body", "AQI=")
                    .containsEntry("isBase64Encoded", true);
        }

        @Test
        void has_a_form_as_browsers_send_it() {
            var event = event(HttpRequest.post("/notes").form(Map.of("name", "Lan & Hà")));
            assertThat(Base64.getDecoder().decode((String) event.get("body")))
                    .asString(UTF_8)
                    .isEqualTo("name=Lan+%26+H%C3%A0");
        }

        @Test
        void tells_the_address_of_a_server_on_this_machine() {
            var event = Json.read(api.at(URI.create("http://localhost:8080")).event(HttpRequest.get("/")));
            assertThat(Json.at(event, "headers", "x-forwarded-proto")).isEqualTo("http");
            assertThat(Json.at(event, "headers", "x-forwarded-port")).isEqualTo("8080");
            assertThat(Json.at(event, "headers", "host")).isEqualTo("localhost:8080");
            assertThat(Json.at(event, "requestContext", "domainName")).isEqualTo("localhost");
        }

        @ParameterizedTest
        @CsvSource({
            "/notes/a%2Fb,     $default,        /notes/a/b",
            "/notes/a%3Fb,     ANY /notes/{id}, /notes/a",
            "/notes/a+b,       ANY /notes/{id}, /notes/a+b",
            "/notes/%25,       ANY /notes/{id}, /notes/%",
            "/notes/%C3%A0,    ANY /notes/{id}, /notes/à",
            "/notes/%FF,       ANY /notes/{id}, /notes/\uFFFD",
            "/notes/../x,      $default,        /notes/../x",
            "//notes/x,        $default,        //notes/x",
        })
        void has_the_path_decoded_once_and_otherwise_untouched(String target, String routeKey, String path) {
            assertThat(event(HttpRequest.of("PUT", target)))
                    .containsEntry("routeKey", routeKey)
                    .containsEntry("rawPath", path);
        }
    }

    @Nested
    class An_answer {
        @Test
        void has_status_headers_cookies_and_body() {
            var response = answer("""
                    {"statusCode":201,"headers":{"Location":"/notes/1","Content-Type":"text/html","Content-Length":9,"x-number":1},
                     "cookies":["a=1; Path=/","b=2"],"body":"chào"}""");
            assertThat(response.status()).isEqualTo(201);
            assertThat(response.headers())
                    .containsEntry("location", "/notes/1")
                    .containsEntry("content-type", "text/html")
                    .containsEntry("x-number", "1")
                    .containsKey("apigw-requestid")
                    .doesNotContainKey("content-length");
            assertThat(response.cookies()).containsExactly("a=1; Path=/", "b=2");
            assertThat(response.cookie("a")).hasValue("1");
            assertThat(response.text()).isEqualTo("chào");
        }

        @Test
        void may_be_in_base64() {
            assertThat(answer("{\"statusCode\":200,\"isBase64Encoded\":true,\"body\":\"AQI=\"}")
                            .body())
                    .containsExactly(1, 2);
        }

        @Test
        void without_a_status_is_the_body_of_a_200() {
            var response = answer("{\"a\":1}");
            assertThat(response.status()).isEqualTo(200);
            assertThat(response.header("Content-Type")).hasValue("application/json");
            assertThat(response.json()).isEqualTo(Map.of("a", 1));
        }

        @Test
        void to_HEAD_has_no_body() {
            var head = api.with(
                            "ReadFunction", (_, to) -> to.write("{\"statusCode\":200,\"body\":\"x\"}".getBytes(UTF_8)))
                    .send(HttpRequest.head("/notes/1"));
            assertThat(head.status()).isEqualTo(200);
            assertThat(head.body()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "no JSON",
                    "{\"statusCode\":200",
                    "{\"statusCode\":200} {}",
                    "{\"statusCode\":\"OK\"}",
                    "{\"statusCode\":999}",
                    "{\"statusCode\":200,\"headers\":[]}",
                    "{\"statusCode\":200,\"headers\":{\"a\":{}}}",
                    "{\"statusCode\":200,\"headers\":{\"a\":\"b\\r\\nc: d\"}}",
                    "{\"statusCode\":200,\"cookies\":\"a=1\"}",
                    "{\"statusCode\":200,\"cookies\":[\"a=1\\nb\"]}",
                    "{\"statusCode\":200,\"body\":{}}",
                    "{\"statusCode\":200,\"isBase64Encoded\":true,\"body\":\"?\"}",
                })
        void that_is_malformed_becomes_a_500(String malformed) {
            assertRefused(answer(malformed), 500, "Internal Server Error");
        }

        @Test
        void of_more_than_6_MB_becomes_a_500() {
            assertRefused(
                    answer("{\"statusCode\":200,\"body\":\"" + "a".repeat(6_291_556) + "\"}"),
                    500,
                    "Internal Server Error");
        }

        private HttpResponse answer(String json) {
            return api.with("ReadFunction", (_, to) -> to.write(json.getBytes(UTF_8)))
                    .send(HttpRequest.get("/"));
        }
    }

    @Nested
    class The_gateway_itself_refuses {
        private final HttpApi echo = api.with("ReadFunction", HttpApiTest::ok).with("WriteFunction", HttpApiTest::ok);

        @Test
        void a_function_that_fails() {
            var failing = api.with("ReadFunction", (_, _) -> {
                throw new IOException("no luck");
            });
            assertRefused(failing.send(HttpRequest.get("/")), 500, "Internal Server Error");
            assertThat(failures)
                    .singleElement()
                    .hasToString("java.lang.IllegalStateException: ReadFunction failed at $default")
                    .extracting(Exception::getCause)
                    .hasToString("java.io.IOException: no luck");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "*",
                    "",
                    "notes",
                    "http://localhost/",
                    "/%",
                    "/%4",
                    "/%zz",
                    "/?a=%",
                    "/a b",
                    "/a\u007f",
                    "/\n"
                })
        void a_broken_target(String target) {
            assertRefused(echo.send(HttpRequest.get(target)), 400, "Bad Request");
        }

        @Test
        void a_path_that_no_route_fits() {
            var small = Template.parse(Templates.YAML.replaceFirst("(?m)^ +Else: .*\n", ""), Map.of());
            assertRefused(HttpApi.of(small).send(HttpRequest.get("/x")), 404, "Not Found");
        }

        @Test
        void a_request_without_a_signature_where_the_route_wants_one() {
            var yaml = Templates.YAML.replace(
                    "Path: /notes, Method: POST}", "Path: /notes, Method: POST, Auth: {Authorizer: AWS_IAM}}");
            var signed = HttpApi.of(Template.parse(yaml, Map.of()))
                    .with("ReadFunction", HttpApiTest::ok)
                    .with("WriteFunction", HttpApiTest::ok);
            var signature = "AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE/20261123/ap-southeast-1/execute-api/aws4_request";

            assertRefused(signed.send(HttpRequest.post("/notes")), 403, "Forbidden");
            assertRefused(
                    signed.send(HttpRequest.post("/notes").header("Authorization", "Bearer x")), 403, "Forbidden");
            assertThat(signed.send(HttpRequest.post("/notes").header("Authorization", signature))
                            .status())
                    .isEqualTo(200);
            assertThat(signed.send(HttpRequest.get("/notes/7")).status()).isEqualTo(200);
        }

        @Test
        void a_request_line_and_header_values_of_over_10240_bytes() {
            var line = "GET / HTTP/1.1".length();
            assertThat(echo.send(HttpRequest.get("/").header("x", "a".repeat(10_240 - line)))
                            .status())
                    .isEqualTo(200);
            assertRefused(
                    echo.send(HttpRequest.get("/")
                            .header("x", "a".repeat(10_240 - line))
                            .header("y", "a")),
                    431,
                    "Request Header Fields Too Large");
            assertRefused(echo.send(HttpRequest.get("/" + "a".repeat(10_240))), 431, "Request Header Fields Too Large");
        }

        @Test
        void a_body_of_over_10_MB() {
            assertRefused(
                    echo.send(HttpRequest.post("/notes").body("text/plain", new byte[10 * 1024 * 1024 + 1])),
                    413,
                    "Request Entity Too Large");
        }

        /// The event may have 6 MB; of a form, which goes in base64, that is about 4.4 MB.
        @Test
        void a_body_that_makes_too_large_an_event() {
            assertThat(echo.send(HttpRequest.post("/notes").form("a".repeat(4_500_000)))
                            .status())
                    .isEqualTo(200);
            assertRefused(
                    echo.send(HttpRequest.post("/notes").form("a".repeat(4_800_000))), 413, "Request Entity Too Large");
        }
    }

    @Test
    void A_function_that_is_not_here_is_a_mistake_of_the_caller() {
        assertThatThrownBy(() -> api.send(HttpRequest.post("/notes")))
                .hasMessage("POST /notes leads to WriteFunction, which is not here");
        assertThatThrownBy(() -> api.with("Nobody", HttpApiTest::ok))
                .hasMessage("no route of the template leads to Nobody");
    }

    private static void ok(java.io.InputStream event, java.io.OutputStream answer) throws IOException {
        answer.write("{\"statusCode\":200}".getBytes(UTF_8));
    }

    private static void assertRefused(HttpResponse response, int status, String message) {
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.header("content-type")).hasValue("application/json");
        assertThat(response.text()).isEqualTo("{\"message\":\"" + message + "\"}");
    }

    @SuppressWarnings("unchecked") // an event is an object
    private Map<String, Object> event(HttpRequest request) {
        return (Map<String, Object>) Json.at(Json.read(api.event(request)));
    }

    private static void withoutRandomness(Map<String, Object> event) {
        for (var path : List.of(List.of("requestContext", "requestId"), List.of("headers", "x-amzn-trace-id"))) {
            ((Map<?, ?>) Json.at(event, path.getFirst())).remove(path.getLast());
        }
    }
}
