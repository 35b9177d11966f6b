package ykien.comments;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A way to DynamoDB on which things go wrong, as a test says: the SDK meets them as it would in the cloud, over HTTP.
final class FaultyDynamoDb implements AutoCloseable {
    /// What goes wrong with a call.
    enum Fault {
        NONE,
        /// DynamoDB has no room for it.
        THROTTLED,
        /// DynamoDB has a fault inside.
        BROKEN,
        /// No answer comes, for longer than anybody waits.
        SILENT,
        /// The connection is cut before the call gets there.
        CUT,
        /// The call gets there and is done; its answer is lost.
        ANSWER_LOST,
        /// Of several items none comes, and all are said to be tried again.
        PARTIAL,
        /// Somebody else writes the same items at the same moment.
        CONFLICT
    }

    /// Says what goes wrong, call by call.
    @FunctionalInterface
    interface Plan {
        /// What goes wrong with this call.
        ///
        /// @param operation by its own name, such as `UpdateItem`
        /// @param body the call's JSON
        Fault fault(String operation, String body);
    }

    private static final Duration SILENCE = Duration.ofSeconds(3);
    private static final Set<String> NOT_HANDED_ON =
            Set.of("connection", "content-length", "expect", "host", "upgrade", "accept-encoding");

    private final URI dynamoDb;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient client = HttpClient.newHttpClient();
    private volatile Plan plan = (_, _) -> Fault.NONE;

    FaultyDynamoDb(URI dynamoDb) {
        this.dynamoDb = dynamoDb;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    URI endpoint() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /// From now on this goes wrong.
    void meet(Plan next) {
        plan = next;
    }

    /// From now on this goes wrong with whatever is asked of the counts.
    void meetAtLimits(Fault fault) {
        meet((_, body) -> body.contains("LimitsTable") ? fault : Fault.NONE);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            var target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
            var operation = target.substring(target.indexOf('.') + 1);
            switch (plan.fault(operation, new String(body, StandardCharsets.UTF_8))) {
                case NONE -> answer(exchange, handOn(exchange, body));
                case THROTTLED -> refuse(exchange, 400, "ThrottlingException", "");
                case BROKEN -> refuse(exchange, 500, "InternalServerError", "");
                case SILENT -> Thread.sleep(SILENCE);
                case CUT -> {}
                case ANSWER_LOST -> handOn(exchange, body);
                case PARTIAL -> {
                    var asked = new String(body, StandardCharsets.UTF_8).replaceFirst("^\\{\"RequestItems\":", "");
                    var end = asked.lastIndexOf("},\"ReturnConsumedCapacity\"");
                    var items = end < 0 ? asked.substring(0, asked.length() - 1) : asked.substring(0, end + 1);
                    send(exchange, 200, "{\"Responses\":{},\"UnprocessedKeys\":" + items + "}");
                }
                case CONFLICT ->
                    refuse(
                            exchange,
                            400,
                            "TransactionCanceledException",
                            ",\"CancellationReasons\":[{\"Code\":\"None\"},{\"Code\":\"TransactionConflict\"},{\"Code\":\"None\"}]");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpResponse<byte[]> handOn(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
        var request = java.net.http.HttpRequest.newBuilder(dynamoDb).POST(BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!NOT_HANDED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static void answer(HttpExchange exchange, HttpResponse<byte[]> answer) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
        exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
        exchange.getResponseBody().write(answer.body());
    }

    private static void refuse(HttpExchange exchange, int status, String type, String more) throws IOException {
        send(
                exchange,
                status,
                "{\"__type\":\"com.amazonaws.dynamodb.v20120810#" + type + "\",\"message\":\"\"" + more + "}");
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        client.close();
    }
}
