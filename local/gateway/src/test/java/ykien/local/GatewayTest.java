package ykien.local;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ykien.cloud.HttpApi;
import ykien.cloud.Json;
import ykien.cloud.Template;

class GatewayTest {
    private static final String YAML = """
            Resources:
              Echo:
                Type: AWS::Serverless::Function
                Properties:
                  Handler: echo
                  Events:
                    Any: {Type: HttpApi}
            """;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Gateway gateway;

    GatewayTest() throws StartFailure {
        gateway = Gateway.on(0);
    }

    @BeforeEach
    void serve() {
        gateway.serve(HttpApi.of(Template.parse(YAML, Map.of())).with("Echo", GatewayTest::echo)::send);
    }

    @AfterEach
    void close() {
        client.close();
        gateway.close();
    }

    @Test
    void A_request_becomes_an_event_and_its_answer_a_response() throws Exception {
        var response = send(request("/a%20b?c=1&c=2")
                .header("X-Twice", "one")
                .header("X-Twice", "two")
                .header("Cookie", "a=1; b=2")
                .POST(HttpRequest.BodyPublishers.ofString("chào")));
        var event = Json.read(response.body().getBytes(UTF_8));
        assertThat(Json.at(event, "rawPath")).isEqualTo("/a b");
        assertThat(Json.at(event, "rawQueryString")).isEqualTo("c=1&c=2");
        assertThat(Json.at(event, "headers", "x-twice")).isEqualTo("one,two");
        assertThat(Json.at(event, "cookies", 1)).isEqualTo("b=2");
        assertThat(Json.at(event, "body")).isEqualTo("Y2jDoG8="); // it has no type
        assertThat(Json.at(event, "requestContext", "http", "sourceIp")).isEqualTo("127.0.0.1");
        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.headers().allValues("set-cookie")).containsExactly("x=1; Path=/", "y=2");
    }

    @Test
    void HEAD_is_answered_without_a_body() throws Exception {
        var response = send(request("/").HEAD());
        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.body()).isEmpty();
    }

    @Test
    void Nothing_tells_which_server_it_is() throws Exception {
        assertThat(send(request("/")).headers().map()).doesNotContainKeys("server", "x-powered-by");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a/../b", "/a//b", "/a;b=c/d", "/a/./b", "/%25", "/a/%2f", "/a|b"})
    void The_path_is_handed_on_as_it_was_sent(String path) throws Exception {
        assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 201 ")
                .contains("\"rawPath\":\"" + path.replace("%25", "%").replace("%2f", "/") + "\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GARBAGE
            GET / HTTP/1.1
            GET /x y HTTP/1.1
            GET / HTTP/9.9|Host: a
            GET /%zz HTTP/1.1|Host: a
            GET /?a=% HTTP/1.1|Host: a
            GET / HTTP/1.1|Host: a|Bad Header: x
            POST / HTTP/1.1|Host: a|Content-Length: x
            """, ignoreLeadingAndTrailingWhitespace = true)
    void A_broken_request_is_refused_in_API_Gateways_words(org.junit.jupiter.params.aggregator.ArgumentsAccessor lines)
            throws Exception {
        var head = new StringBuilder();
        for (var line : lines.toList()) {
            head.append(line).append("\r\n");
        }
        assertThat(raw(head + "Connection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ")
                .endsWith("{\"message\":\"Bad Request\"}");
    }

    @ParameterizedTest
    @ValueSource(ints = {10_300, 60_000, 300_000})
    void Headers_that_are_too_large_are_refused(int size) throws Exception {
        assertThat(raw("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nX: " + "a".repeat(size) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431 ")
                .endsWith("{\"message\":\"Request Header Fields Too Large\"}");
        assertThat(raw("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n" + "A".repeat(size) + ": x\r\n\r\n"))
                .as("in the name")
                .startsWith("HTTP/1.1 431 ");
    }

    @ParameterizedTest
    @ValueSource(ints = {5_000_000, 10 * 1024 * 1024 + 1, 20_000_000})
    void A_body_that_is_too_large_is_refused(int size) throws Exception {
        var response = send(request("/").POST(HttpRequest.BodyPublishers.ofByteArray(new byte[size])));
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).isEqualTo("{\"message\":\"Request Entity Too Large\"}");
    }

    @Test
    void A_port_that_is_in_use_is_refused() {
        assertThatThrownBy(() -> Gateway.on(gateway.port()))
                .isInstanceOf(StartFailure.class)
                .hasMessage("port " + gateway.port() + " is in use; free it, or choose another with -Dykien.port=");
    }

    private HttpRequest.Builder request(String target) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + target));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private static void echo(InputStream event, OutputStream answer) throws IOException {
        var body = new String(event.readAllBytes(), UTF_8).replace("\\", "\\\\").replace("\"", "\\\"");
        answer.write(("{\"statusCode\":201,\"cookies\":[\"x=1; Path=/\",\"y=2\"],\"body\":\"" + body + "\"}")
                .getBytes(UTF_8));
    }
}
