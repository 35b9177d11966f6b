package ykien.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import ykien.metric.Meter;

/// What every function does with an event: read it, find the action, turn a refusal or an exception into an answer,
/// add what every answer carries, write it, and log one line.
public final class HttpFunction {
    /// Shows a refusal to the client in the form that it prefers.
    @FunctionalInterface
    public interface Refusals {
        /// The answer that says why.
        Response answer(Request request, Problem problem);
    }

    /// Below this many bytes gzip gains nothing that a network would notice.
    private static final int WORTH_COMPRESSING = 1024;

    private final Routes routes;
    private final Refusals refusals;
    private final SecurityHeaders security;
    private final Edge edge;
    private final RequestLog log;

    /// A function that answers these routes.
    ///
    /// @param edge what may stand before the API
    /// @param meter whose numbers go into the line of the next request
    public HttpFunction(Routes routes, Refusals refusals, SecurityHeaders security, Edge edge, Meter meter) {
        this.routes = routes;
        this.refusals = refusals;
        this.security = security;
        this.edge = edge;
        this.log = new RequestLog(System.out, meter, InstantSource.system());
    }

    /// Answers one event.
    ///
    /// @throws IOException if the event is none of API Gateway's, or the answer can't be written
    public void serve(InputStream event, OutputStream answer) throws IOException {
        var started = System.nanoTime();
        var request = edge.seen(ApiGateway.read(event));
        Optional<Throwable> fault = Optional.empty();
        Response response;
        try {
            edge.admit(request);
            response = answer(request);
        } catch (Refusal refusal) {
            response = refusals.answer(request, refusal.problem());
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            fault = Optional.of(e);
            response = refusals.answer(request, Problem.internal(request.id()));
        }
        var finished = finish(request, response);
        ApiGateway.write(finished, answer);
        log.line(request, finished, System.nanoTime() - started, fault);
    }

    /// Answers a request of nobody's, as [#serve] would, so that what this takes is loaded before anybody asks. It is
    /// no
    /// request to the log, and the edge is not asked about it.
    ///
    /// @param route such as `GET /articles/{slug}`
    /// @param pathParameters such as a `slug`
    /// @throws IOException if the answer can't be written
    public void prime(String route, Map<String, String> pathParameters) throws IOException {
        var request = ApiGateway.read(new ByteArrayInputStream(ApiGateway.event(route, pathParameters)));
        Response response;
        try {
            response = answer(request);
        } catch (Refusal refusal) {
            response = refusals.answer(request, refusal.problem());
        } finally {
            log.forget(); // or each process from the snapshot would tell of it
        }
        ApiGateway.write(finish(request, response), OutputStream.nullOutputStream());
    }

    private Response answer(Request request) {
        return ByteRange.part(request, routes.answer(request), problem -> refusals.answer(request, problem));
    }

    /// The routes that this function answers.
    public Routes routes() {
        return routes;
    }

    private Response finish(Request request, Response response) {
        var safe = security.on(response);
        var varied = isWorthCompressing(safe) ? Caching.vary(safe, "accept-encoding") : safe;
        var current = Caching.revalidate(request, varied); // after Vary: a 304 has the one of its 200
        var sent = isWorthCompressing(current) ? compress(request, current) : current;
        return request.method().equals("HEAD") ? sent.withBody(Body.EMPTY) : sent;
    }

    /// An edge that asks for Brotli makes it itself of what it keeps, once for all readers, and smaller than gzip; it
    /// never touches what is compressed already.
    private boolean isLeftToTheEdge(Request request, String accepted, Response response) {
        return Accept.acceptsCoding(accepted, "br") && Caching.isStorable(response) && edge.hasPassed(request);
    }

    private static boolean isWorthCompressing(Response response) {
        return MediaTypes.isText(response.header("content-type"))
                && response.body().size() >= WORTH_COMPRESSING;
    }

    private Response compress(Request request, Response response) {
        var accepted = request.header("accept-encoding").orElse("");
        if (!Accept.acceptsCoding(accepted, "gzip") || isLeftToTheEdge(request, accepted, response)) {
            return response;
        }
        var zipped = new ByteArrayOutputStream(response.body().size() / 3);
        try (var gzip = new GZIPOutputStream(zipped)) {
            gzip.write(response.body().bytes());
        } catch (IOException e) {
            throw new UncheckedIOException("gzip into memory", e);
        }
        return response.withHeader("content-encoding", "gzip").withBody(Body.of(zipped.toByteArray()));
    }
}
