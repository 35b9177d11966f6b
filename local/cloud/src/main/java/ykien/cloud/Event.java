package ykien.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The event of one request, in payload format 2.0: "Create AWS Lambda proxy integrations for HTTP APIs in API
/// Gateway" (API Gateway Developer Guide, `http-api-develop-integrations-lambda.html`).
///
/// @param requestId what API Gateway also sends back, as `apigw-requestid`
record Event(HttpRequest request, Target target, HttpRoutes.Match match, URI origin, Instant time, String requestId) {
    static final String API_ID = "a1b2c3d4e5";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /// Fields of one connection (RFC 9110, section 7.6.1) go no further than the gateway; cookies have their own
    /// member.
    private static final Set<String> NOT_PASSED_ON = Set.of(
            "connection", "cookie", "keep-alive", "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade");

    /// "If the content type of the request is binary, the body is base64-encoded", says the documentation, and no
    /// more. Which types are text was tried on AWS (ministackorg/ministack#766 on GitHub); they are those that
    /// the documentation of load balancers names ("Use Lambda functions as targets", Elastic Load Balancing User
    /// Guide). A form is not text, nor is a body whose type nothing says.
    private static final Set<String> TEXT = Set.of("application/json", "application/javascript", "application/xml");

    private static final SecureRandom RANDOM = new SecureRandom();

    /// Sixteen characters that end in "=", as API Gateway's are.
    static String newRequestId() {
        var bytes = new byte[11];
        RANDOM.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    byte[] json() {
        return Json.write(this::write);
    }

    private void write(JsonGenerator to) throws IOException {
        var headers = headers();
        to.writeStartObject();
        to.writeStringField("version", "2.0");
        to.writeStringField("routeKey", match.routeKey());
        to.writeStringField("rawPath", target.path());
        to.writeStringField("rawQueryString", target.rawQuery());
        var cookies = cookies();
        if (!cookies.isEmpty()) {
            to.writeArrayFieldStart("cookies");
            for (var cookie : cookies) {
                to.writeString(cookie);
            }
            to.writeEndArray();
        }
        texts(to, "headers", headers);
        texts(to, "queryStringParameters", target.query());
        context(to, headers);
        body(to, headers.getOrDefault("content-type", ""));
        texts(to, "pathParameters", match.pathParameters());
        to.writeEndObject();
    }

    private void context(JsonGenerator to, Map<String, String> headers) throws IOException {
        var domain = headers.getOrDefault("host", "").replaceFirst(":\\d+$", "");
        to.writeObjectFieldStart("requestContext");
        to.writeStringField("accountId", Intrinsics.ACCOUNT);
        to.writeStringField("apiId", API_ID);
        to.writeStringField("domainName", domain);
        to.writeStringField("domainPrefix", domain.split("\\.", 2)[0]);
        to.writeObjectFieldStart("http");
        to.writeStringField("method", request.method());
        to.writeStringField("path", target.path());
        to.writeStringField("protocol", "HTTP/1.1");
        to.writeStringField("sourceIp", request.sourceIp());
        to.writeStringField("userAgent", headers.getOrDefault("user-agent", ""));
        to.writeEndObject();
        to.writeStringField("requestId", requestId);
        to.writeStringField("routeKey", match.routeKey());
        to.writeStringField("stage", "$default");
        to.writeStringField("time", TIME.format(time));
        to.writeNumberField("timeEpoch", time.toEpochMilli());
        to.writeEndObject();
    }

    private void body(JsonGenerator to, String contentType) throws IOException {
        var text = isText(contentType);
        if (request.bodyLength() > 0) {
            var bytes = request.body();
            to.writeStringField(
                    "body",
                    text ? new String(bytes, UTF_8) : Base64.getEncoder().encodeToString(bytes));
        }
        to.writeBooleanField("isBase64Encoded", request.bodyLength() > 0 && !text);
    }

    private static boolean isText(String contentType) {
        var type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.startsWith("text/") || TEXT.contains(type);
    }

    /// Names in lower case, the values of one name joined by commas, and what API Gateway itself adds.
    private Map<String, String> headers() {
        var headers = new TreeMap<String, String>();
        for (var header : request.headers()) {
            var name = header.name().toLowerCase(Locale.ROOT);
            if (!NOT_PASSED_ON.contains(name)) {
                headers.merge(name, header.value(), (first, next) -> first + "," + next);
            }
        }
        headers.putIfAbsent("host", origin.getRawAuthority());
        headers.put("content-length", Integer.toString(request.bodyLength()));
        headers.merge("x-forwarded-for", request.sourceIp(), (before, own) -> before + ", " + own);
        headers.put("x-forwarded-port", Integer.toString(origin.getPort() < 0 ? 443 : origin.getPort()));
        headers.put("x-forwarded-proto", origin.getScheme());
        headers.put("x-amzn-trace-id", traceId());
        return headers;
    }

    private List<String> cookies() {
        var cookies = new ArrayList<String>();
        for (var header : request.headers()) {
            if (header.name().equalsIgnoreCase("cookie")) {
                for (var cookie : header.value().split(";", -1)) {
                    if (!cookie.isBlank()) {
                        cookies.add(cookie.strip());
                    }
                }
            }
        }
        return cookies;
    }

    private String traceId() {
        var random = new byte[12];
        RANDOM.nextBytes(random);
        return "Root=1-%08x-%s".formatted(time.getEpochSecond(), HexFormat.of().formatHex(random));
    }

    private static void texts(JsonGenerator to, String name, Map<String, String> texts) throws IOException {
        if (!texts.isEmpty()) {
            to.writeObjectFieldStart(name);
            for (var text : texts.entrySet()) {
                to.writeStringField(text.getKey(), text.getValue());
            }
            to.writeEndObject();
        }
    }
}
