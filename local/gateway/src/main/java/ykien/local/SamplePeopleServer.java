package ykien.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The [SamplePeople] over HTTP, for this machine alone: nobody else reaches the loopback interface.
final class SamplePeopleServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final SamplePeople people;

    private SamplePeopleServer(HttpServer server, URI site) {
        this.server = server;
        this.people = new SamplePeople(
                URI.create("http://localhost:" + server.getAddress().getPort()), site);
        server.setExecutor(threads);
        on(
                "/.well-known/openid-configuration",
                exchange -> json(exchange, people.metadata().toString()));
        on("/keys", exchange -> json(exchange, people.keys().toString()));
        on("/authorize", this::authorize);
        on("/token", this::token);
        on("/end", exchange -> redirect(exchange, people.end(parameter(query(exchange), "post_logout_redirect_uri"))));
        on("/ended", exchange -> send(exchange, 200, "text/plain; charset=utf-8", "Đã đăng xuất.".getBytes(UTF_8)));
        on("/sign-in.css", exchange -> send(exchange, 200, "text/css; charset=utf-8", styleSheet()));
        on("/", exchange -> send(exchange, 404, "text/plain; charset=utf-8", "Not found".getBytes(UTF_8)));
    }

    /// On a free port.
    ///
    /// @param site the newspaper's address, to which people are sent back
    static SamplePeopleServer before(URI site) throws StartFailure {
        try {
            var free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            var server = new SamplePeopleServer(HttpServer.create(free, 0), site);
            server.server.start();
            return server;
        } catch (IOException e) {
            throw new StartFailure("the sample people find no port (" + e.getMessage() + ")", e);
        }
    }

    SamplePeople people() {
        return people;
    }

    private void on(String path, HttpHandler handler) {
        server.createContext(path, exchange -> {
            try (exchange) {
                handler.handle(exchange);
            }
        });
    }

    private void authorize(HttpExchange exchange) throws IOException {
        var request = authenticationRequest(exchange).filter(people::isKnown);
        if (request.isEmpty()) {
            send(exchange, 400, "text/plain; charset=utf-8", "Nobody here knows that client.".getBytes(UTF_8));
            return;
        }
        var person = parameter(body(exchange), "person").flatMap(SamplePerson::of);
        if (exchange.getRequestMethod().equals("POST") && person.isPresent()) {
            redirect(exchange, people.vouch(person.get(), request.get()));
        } else {
            send(exchange, 200, "text/html; charset=utf-8", SamplePeople.page());
        }
    }

    private void token(HttpExchange exchange) throws IOException {
        try {
            var request =
                    new HTTPRequest(HTTPRequest.Method.POST, people.metadata().getTokenEndpointURI());
            request.setContentType(exchange.getRequestHeaders().getFirst("Content-Type"));
            request.setBody(body(exchange));
            send(exchange, people.tokens(TokenRequest.parse(request)).toHTTPResponse());
        } catch (ParseException e) {
            json(exchange, 400, "{\"error\":\"invalid_request\"}");
        }
    }

    private static Optional<AuthenticationRequest> authenticationRequest(HttpExchange exchange) {
        try {
            return Optional.of(AuthenticationRequest.parse(query(exchange)));
        } catch (ParseException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> parameter(String encoded, String name) {
        Map<String, List<String>> parameters = URLUtils.parseParameters(encoded);
        return parameters.getOrDefault(name, List.of()).stream().findFirst();
    }

    private static String query(HttpExchange exchange) {
        return Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), "");
    }

    private static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    }

    private static byte[] styleSheet() throws IOException {
        try (InputStream file = SamplePeople.class.getResourceAsStream("sign-in.css")) {
            return Objects.requireNonNull(file, "sign-in.css is missing").readAllBytes();
        }
    }

    private static void redirect(HttpExchange exchange, URI to) throws IOException {
        exchange.getResponseHeaders().set("Location", to.toString());
        exchange.sendResponseHeaders(303, -1);
    }

    private static void send(HttpExchange exchange, HTTPResponse response) throws IOException {
        json(exchange, response.getStatusCode(), response.getBody());
    }

    private static void json(HttpExchange exchange, String json) throws IOException {
        json(exchange, 200, json);
    }

    private static void json(HttpExchange exchange, int status, String json) throws IOException {
        send(exchange, status, "application/json", json.getBytes(UTF_8));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
