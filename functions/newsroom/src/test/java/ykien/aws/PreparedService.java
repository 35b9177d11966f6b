package ykien.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// A service of AWS over HTTP, with answers that were prepared, each given once; without one it ends the connection.
/// While it is open, [JsonService] finds it, a region and credentials.
public final class PreparedService implements AutoCloseable {
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<Asked> asked = new ArrayList<>();
    private final List<String> properties;
    private final HttpServer server;

    private record Answer(int status, String members, long milliseconds) {}

    /// A question that came.
    ///
    /// @param target the header that names the operation
    /// @param signed the header that has the signature
    /// @param members the question's, as JSON
    public record Asked(String target, String signed, String members) {}

    /// Opens it.
    ///
    /// @param name as in the system property that holds its address, such as `Ssm`
    public PreparedService(String name) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            try (exchange) {
                var headers = exchange.getRequestHeaders();
                asked.add(new Asked(
                        Objects.requireNonNull(headers.getFirst("X-Amz-Target")),
                        Objects.requireNonNull(headers.getFirst("Authorization")),
                        new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
                var answer = answers.remove();
                TimeUnit.MILLISECONDS.sleep(answer.milliseconds);
                var bytes = answer.members.getBytes(UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
                exchange.sendResponseHeaders(answer.status, bytes.length == 0 ? -1 : bytes.length);
                exchange.getResponseBody().write(bytes);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
        properties = List.of("aws.region", "aws.accessKeyId", "aws.secretAccessKey", "aws.endpointUrl" + name);
        var values = List.of(
                "ap-southeast-1",
                "AKIAEXAMPLE",
                "secret",
                "http://localhost:" + server.getAddress().getPort());
        for (var i = 0; i < values.size(); i++) {
            System.setProperty(properties.get(i), values.get(i));
        }
    }

    /// What it will answer next.
    public void answer(int status, String members) {
        answers.add(new Answer(status, members, 0));
    }

    /// What it will answer next, after a while.
    public void answerAfter(long milliseconds, String members) {
        answers.add(new Answer(200, members, milliseconds));
    }

    /// All that it was asked.
    public List<Asked> asked() {
        return asked;
    }

    @Override
    public void close() {
        server.stop(0);
        properties.forEach(System::clearProperty);
    }
}
