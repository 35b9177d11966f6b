package ykien.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A process that Lambda's own runtime interface client runs a function in, out of the very jars of its zip, with this
/// in Lambda's place ("Using the Lambda runtime API for custom runtimes", AWS Lambda Developer Guide).
final class LambdaRuntime implements AutoCloseable {
    private static final String CLIENT = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
    private static final int PATIENCE_SECONDS = 120;

    private final HttpServer lambda;
    private final CompletableFuture<Boolean> atCheckpoint = new CompletableFuture<>();
    private final CompletableFuture<Boolean> restored = new CompletableFuture<>();
    private final CompletableFuture<byte[]> event = new CompletableFuture<>();
    private final CompletableFuture<String> answer = new CompletableFuture<>();
    private final Path folder;
    private final Process process;

    /// @param snapStart whether a snapshot is to be taken of it
    /// @param zip unpacked
    LambdaRuntime(boolean snapStart, Path zip, String handler, Map<String, String> environment, Path folder)
            throws IOException {
        this.folder = folder;
        lambda = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        lambda.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        lambda.createContext("/2018-06-01/runtime/restore/next", exchange -> {
            atCheckpoint.complete(true);
            restored.join();
            send(exchange, 200, new byte[0]);
        });
        lambda.createContext("/2018-06-01/runtime/invocation/next", exchange -> {
            atCheckpoint.complete(false);
            exchange.getResponseHeaders().set("Lambda-Runtime-Aws-Request-Id", "request-1");
            exchange.getResponseHeaders()
                    .set("Lambda-Runtime-Deadline-Ms", "" + (System.currentTimeMillis() + PATIENCE_SECONDS * 1_000L));
            exchange.getResponseHeaders()
                    .set(
                            "Lambda-Runtime-Invoked-Function-Arn",
                            "arn:aws:lambda:ap-southeast-1:123456789012:function:ykien");
            if (answer.isDone()) {
                new CompletableFuture<>().join(); // one request is all that there is
            }
            send(exchange, 200, event.join());
        });
        lambda.createContext("/2018-06-01/runtime/invocation/request-1/response", exchange -> {
            answer.complete(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            send(exchange, 202, new byte[0]);
        });
        lambda.createContext("/", exchange -> {
            var told = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            var failure = new IllegalStateException(exchange.getRequestURI() + " " + told);
            atCheckpoint.completeExceptionally(failure);
            answer.completeExceptionally(failure);
            send(exchange, 202, new byte[0]);
        });
        lambda.start();
        process = start(snapStart, zip, handler, environment);
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Process start(boolean snapStart, Path zip, String handler, Map<String, String> environment)
            throws IOException {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
                "-Xlog:class+load:file=" + folder.resolve("classes"),
                "-cp",
                client() + System.getProperty("path.separator") + zip.resolve("lib") + "/*",
                CLIENT,
                handler);
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        process.environment().putAll(environment);
        process.environment()
                .putAll(Map.of(
                        "AWS_LAMBDA_RUNTIME_API",
                                "localhost:" + lambda.getAddress().getPort(),
                        "AWS_LAMBDA_INITIALIZATION_TYPE", snapStart ? "snap-start" : "on-demand",
                        "AWS_LAMBDA_FUNCTION_NAME", "ykien",
                        "AWS_LAMBDA_FUNCTION_VERSION", "1",
                        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024",
                        "AWS_REGION", "ap-southeast-1",
                        "AWS_ACCESS_KEY_ID", "local",
                        "AWS_SECRET_ACCESS_KEY", "local",
                        "LAMBDA_TASK_ROOT", zip.toString()));
        return process.start();
    }

    /// The runtime's own jars, which no zip has.
    private static String client() {
        return Stream.of(System.getProperty("java.class.path").split(System.getProperty("path.separator")))
                .filter(jar -> jar.contains("aws-lambda-java-"))
                .collect(Collectors.joining(System.getProperty("path.separator")));
    }

    /// Waits until its init is over.
    ///
    /// @return whether it waits for being restored, and not for its first request
    boolean isAtCheckpoint() throws Exception {
        return atCheckpoint.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /// Goes on from the snapshot.
    void restore() {
        restored.complete(true);
    }

    /// What it answers.
    String answer(byte[] event) throws Exception {
        this.event.complete(event);
        return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /// What it has printed so far.
    List<String> log() throws IOException {
        return Files.readAllLines(folder.resolve("log"));
    }

    /// The classes that it has loaded so far.
    List<String> classes() throws IOException {
        return new ArrayList<>(Files.readAllLines(folder.resolve("classes")));
    }

    @Override
    public void close() {
        process.destroyForcibly();
        lambda.stop(0);
    }
}
