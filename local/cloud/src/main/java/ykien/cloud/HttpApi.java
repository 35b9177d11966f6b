package ykien.cloud;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// API Gateway's HTTP API with the template's routes: HTTP in, the function's event, the function's answer, HTTP
/// out. What the gateway refuses itself gets its own short JSON. A route for signed requests wants a signature here
/// too, but any will do: there are no accounts on this machine to check it against.
///
/// ```java
/// var api = HttpApi.of(template).with("CaptchaFunction", (in, out) -> captcha.handleRequest(in, out, context));
/// var response = api.send(HttpRequest.post("/captcha").json("{\"article\":\"mua-he\"}"));
/// ```
public final class HttpApi {
    /// "Total combined size of request line and header values": "Quotas for configuring and running an HTTP API
    /// in API Gateway" (API Gateway Developer Guide, `http-api-quotas.html`).
    static final int LONGEST_HEAD = 10_240;

    /// "Payload size", in bytes: the same page.
    public static final int LARGEST_BODY = 10 * 1024 * 1024;

    /// "Invocation payload (request and response)", 6 MB each for synchronous calls: "Lambda quotas" (AWS Lambda
    /// Developer Guide, `gettingstarted-limits.html`); the exact number of bytes is in the message that Lambda
    /// refuses with.
    static final int LARGEST_EVENT = 6_291_556;

    private final HttpRoutes routes;
    private final Map<String, String> functionOf;
    private final Set<String> signedRoutes;
    private final Map<String, Lambda> functions;
    private final URI origin;
    private final InstantSource clock;
    private final Consumer<Exception> failures;

    private HttpApi(
            HttpRoutes routes,
            Map<String, String> functionOf,
            Set<String> signedRoutes,
            Map<String, Lambda> functions,
            URI origin,
            InstantSource clock,
            Consumer<Exception> failures) {
        this.routes = routes;
        this.functionOf = functionOf;
        this.signedRoutes = signedRoutes;
        this.functions = functions;
        this.origin = origin;
        this.clock = clock;
        this.failures = failures;
    }

    /// The template's HTTP API at an address as AWS gives them, with no function behind it yet.
    public static HttpApi of(Template template) {
        var domain = Event.API_ID + ".execute-api." + Intrinsics.REGION + ".amazonaws.com";
        return new HttpApi(
                new HttpRoutes(template.routes().keySet()),
                template.routes(),
                template.signedRoutes(),
                Map.of(),
                URI.create("https://" + domain),
                InstantSource.system(),
                Exception::printStackTrace);
    }

    /// With this function behind the routes that are its own.
    ///
    /// @param id the function's logical id in the template
    public HttpApi with(String id, Lambda function) {
        if (!functionOf.containsValue(id)) {
            throw new IllegalArgumentException("no route of the template leads to " + id);
        }
        var more = new HashMap<>(functions);
        more.put(id, function);
        return new HttpApi(routes, functionOf, signedRoutes, more, origin, clock, failures);
    }

    /// At this address: scheme, host and port, which requests without `Host` are for.
    public HttpApi at(URI address) {
        return new HttpApi(routes, functionOf, signedRoutes, functions, address, clock, failures);
    }

    /// With events of the time that this clock tells.
    public HttpApi at(InstantSource time) {
        return new HttpApi(routes, functionOf, signedRoutes, functions, origin, time, failures);
    }

    /// Telling this of a function's failures, of which a client sees no more than the status 500; else their stack
    /// traces go to stderr.
    public HttpApi onFailure(Consumer<Exception> listener) {
        return new HttpApi(routes, functionOf, signedRoutes, functions, origin, clock, listener);
    }

    /// Sends a request to the function of its route.
    ///
    /// @throws IllegalStateException if that function is not here
    public HttpResponse send(HttpRequest request) {
        var id = Event.newRequestId();
        var response = answer(request, id).with("apigw-requestid", id);
        return request.method().equals("HEAD") ? response.withoutBody() : response;
    }

    /// The event that the function of the request's route would get.
    ///
    /// @throws IllegalArgumentException if the gateway would refuse the request, or no route fits
    public byte[] event(HttpRequest request) {
        return Target.parse(request.target())
                .flatMap(target -> routes.match(request.method(), target.path())
                        .map(match -> new Event(request, target, match, origin, clock.instant(), Event.newRequestId())))
                .orElseThrow(() -> new IllegalArgumentException("no event comes of " + request))
                .json();
    }

    private HttpResponse answer(HttpRequest request, String id) {
        if (headLength(request) > LONGEST_HEAD
                || request.headers().stream().anyMatch(header -> header.name().length() > LONGEST_HEAD)) {
            return refusal(431);
        }
        var target = Target.parse(request.target());
        if (target.isEmpty()) {
            return refusal(400);
        }
        if (request.bodyLength() > LARGEST_BODY) {
            return refusal(413);
        }
        var match = routes.match(request.method(), target.get().path());
        if (match.isEmpty()) {
            return refusal(404);
        }
        if (signedRoutes.contains(match.get().routeKey()) && !isSigned(request)) {
            return refusal(403);
        }
        var event = new Event(request, target.get(), match.get(), origin, clock.instant(), id).json();
        return event.length > LARGEST_EVENT ? refusal(413) : call(match.get().routeKey(), event);
    }

    private HttpResponse call(String routeKey, byte[] event) {
        var id = functionOf.getOrDefault(routeKey, "");
        var function = functions.get(id);
        if (function == null) {
            throw new IllegalStateException(routeKey + " leads to " + id + ", which is not here");
        }
        var answer = new ByteArrayOutputStream();
        try {
            function.handle(new ByteArrayInputStream(event), answer);
            if (answer.size() > LARGEST_EVENT) {
                throw new IllegalArgumentException("an answer of " + answer.size() + " bytes; 6 MB is the most");
            }
            return LambdaAnswer.read(answer.toByteArray());
        } catch (IOException | RuntimeException | LinkageError | StackOverflowError e) {
            failures.accept(new IllegalStateException(id + " failed at " + routeKey, e));
            return refusal(500);
        }
    }

    /// One of the gateway's own answers: `{"message":"Not Found"}` and the like. For 404 see "Create routes for
    /// HTTP APIs in API Gateway", for 500 "Troubleshooting issues with HTTP API Lambda integrations"; 413 and 431
    /// come of the quotas, 403 of "Control access to HTTP APIs with IAM authorization in API Gateway".
    ///
    /// @param status 400, 403, 404, 413, 431 or 500
    public static HttpResponse refusal(int status) {
        return HttpResponse.message(
                status,
                switch (status) {
                    case 400 -> "Bad Request";
                    case 403 -> "Forbidden";
                    case 404 -> "Not Found";
                    case 413 -> "Request Entity Too Large";
                    case 431 -> "Request Header Fields Too Large";
                    case 500 -> "Internal Server Error";
                    default -> throw new IllegalArgumentException("the gateway does not answer " + status);
                });
    }

    private static boolean isSigned(HttpRequest request) {
        return request.headers().stream()
                .anyMatch(header -> header.name().equalsIgnoreCase("authorization")
                        && header.value().startsWith("AWS4-HMAC-SHA256 "));
    }

    private static int headLength(HttpRequest request) {
        var line = request.method().length() + 1 + request.target().length() + 1 + "HTTP/1.1".length();
        return line
                + request.headers().stream()
                        .mapToInt(header -> header.value().length())
                        .sum();
    }
}
