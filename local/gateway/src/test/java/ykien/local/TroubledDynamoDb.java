package ykien.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/// DynamoDB on a bad day: of each call the first attempt is turned away for its rate, and the second meets a fault; the
/// third comes through. Or nothing comes through any more.
final class TroubledDynamoDb implements AutoCloseable {
    private static final String ERROR = "{\"__type\":\"com.amazonaws.dynamodb.v20120810#%s\",\"message\":\"no\"}";

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI behind;
    private final HttpServer server;
    private volatile boolean isDown;

    TroubledDynamoDb(URI behind) throws IOException {
        this.behind = behind;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String endpoint() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /// From now on nothing comes through.
    void goDown() {
        isDown = true;
    }

    private void answer(HttpExchange exchange) throws IOException {
        var attempt = exchange.getRequestHeaders().getFirst("amz-sdk-request");
        if (isDown) {
            answer(exchange, 400, ERROR.formatted("ResourceNotFoundException").getBytes(StandardCharsets.UTF_8));
        } else if (attempt.startsWith("attempt=1;")) {
            answer(exchange, 400, ERROR.formatted("ThrottlingException").getBytes(StandardCharsets.UTF_8));
        } else if (attempt.startsWith("attempt=2;")) {
            answer(exchange, 500, ERROR.formatted("InternalServerError").getBytes(StandardCharsets.UTF_8));
        } else {
            passOn(exchange);
        }
    }

    private void passOn(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        var request = HttpRequest.newBuilder(behind)
                .header("Authorization", headers.getFirst("Authorization"))
                .header("X-Amz-Date", headers.getFirst("X-Amz-Date"))
                .header("X-Amz-Target", headers.getFirst("X-Amz-Target"))
                .header("Content-Type", headers.getFirst("Content-Type"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(
                        exchange.getRequestBody().readAllBytes()))
                .build();
        try {
            var response = http.send(request, BodyHandlers.ofByteArray());
            answer(exchange, response.statusCode(), response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        http.close();
    }
}
