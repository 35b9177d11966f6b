package ykien.signin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The parameter as Systems Manager hands it out, over HTTP.
class SignInParameterTest {
    private final List<String> asked = new ArrayList<>();
    private final HttpServer systemsManager;
    private int status = 200;
    private String answer = "";

    SignInParameterTest() throws IOException {
        systemsManager = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        systemsManager.createContext("/", exchange -> {
            try (exchange) {
                asked.add(exchange.getRequestHeaders().getFirst("X-Amz-Target") + " "
                        + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
                var bytes = answer.getBytes(UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
                exchange.sendResponseHeaders(status, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
    }

    @BeforeEach
    void start() {
        systemsManager.start();
        System.setProperty("aws.region", "ap-southeast-1");
        System.setProperty("aws.accessKeyId", "AKIAEXAMPLE");
        System.setProperty("aws.secretAccessKey", "secret");
        System.setProperty(
                "aws.endpointUrlSsm",
                "http://localhost:" + systemsManager.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        systemsManager.stop(0);
        for (var property : List.of("region", "accessKeyId", "secretAccessKey", "endpointUrlSsm")) {
            System.clearProperty("aws." + property);
        }
    }

    @Test
    void It_is_asked_for_by_its_name() {
        answer = """
                {"Parameter":{"Name":"/ykien/bao/sign-in","Type":"String","Version":1,"Value":
                "{\\"issuer\\":\\"https://login.bao.example\\",\\"clientId\\":\\"toa-soan\\",\\"rolesClaim\\":\\"groups\\"}"}}
                """;

        assertThat(new SignInParameter("/ykien/bao/sign-in").get())
                .isEqualTo(new OidcSettings(URI.create("https://login.bao.example"), "toa-soan", "groups"));
        assertThat(asked).containsExactly("AmazonSSM.GetParameter {\"Name\":\"/ykien/bao/sign-in\"}");
    }

    @Test
    void Where_it_is_not_there_the_name_says_which() {
        status = 400;
        answer = "{\"__type\":\"ParameterNotFound\"}";

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> new SignInParameter("/ykien/bao/sign-in").get())
                .withMessageContaining("/ykien/bao/sign-in");
    }
}
