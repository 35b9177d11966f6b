package ykien.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Reads what a function answers, in payload format 2.0: "Create AWS Lambda proxy integrations for HTTP APIs in
/// API Gateway", section "Lambda function response format" (API Gateway Developer Guide,
/// `http-api-develop-integrations-lambda.html`).
final class LambdaAnswer {
    /// API Gateway counts the bytes itself, and the connection is its own.
    private static final Set<String> NOT_PASSED_ON = Set.of("connection", "content-length", "transfer-encoding");

    private LambdaAnswer() {}

    /// JSON without a `statusCode` is the body of a 200.
    ///
    /// @throws IllegalArgumentException if it is not in the format; API Gateway then answers 500
    static HttpResponse read(byte[] json) {
        if (Json.read(json) instanceof Map<?, ?> answer && answer.containsKey("statusCode")) {
            return response(answer);
        }
        return new HttpResponse(200, Map.of("content-type", "application/json"), List.of(), json);
    }

    private static HttpResponse response(Map<?, ?> answer) {
        var headers = headers(answer);
        var body = body(answer);
        if (body.length > 0) {
            headers.putIfAbsent("content-type", "text/plain;charset=UTF-8");
        }
        return new HttpResponse(status(answer), headers, cookies(answer), body);
    }

    private static int status(Map<?, ?> answer) {
        var status = String.valueOf(answer.get("statusCode"));
        if (!status.matches("[1-5][0-9][0-9]")) {
            throw new IllegalArgumentException("statusCode is " + status);
        }
        return Integer.parseInt(status);
    }

    private static Map<String, String> headers(Map<?, ?> answer) {
        var fields = switch (answer.get("headers")) {
            case null -> Map.of();
            case Map<?, ?> given -> given;
            default -> throw new IllegalArgumentException("headers is no object");
        };
        var headers = new LinkedHashMap<String, String>();
        fields.forEach((name, value) -> {
            var lower = String.valueOf(name).toLowerCase(Locale.ROOT);
            if (value != null && !NOT_PASSED_ON.contains(lower)) {
                headers.put(lower, field(lower, value));
            }
        });
        return headers;
    }

    private static String field(String name, Object value) {
        if (value instanceof Map || value instanceof List) {
            throw new IllegalArgumentException("header " + name + " is no text");
        }
        return oneLine("header " + name, value.toString());
    }

    private static String oneLine(String what, String value) {
        if (value.chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 0x7F)) {
            throw new IllegalArgumentException(what + " holds control characters");
        }
        return value;
    }

    private static List<String> cookies(Map<?, ?> answer) {
        return switch (answer.get("cookies")) {
            case null -> List.of();
            case List<?> list ->
                list.stream()
                        .map(Objects::requireNonNull)
                        .map(cookie -> oneLine("a cookie", cookie.toString()))
                        .toList();
            default -> throw new IllegalArgumentException("cookies is no array");
        };
    }

    private static byte[] body(Map<?, ?> answer) {
        return switch (answer.get("body")) {
            case null -> new byte[0];
            case String text
            when Boolean.TRUE.equals(answer.get("isBase64Encoded")) ->
                Base64.getDecoder().decode(text);
            case String text -> text.getBytes(UTF_8);
            default -> throw new IllegalArgumentException("body is no text");
        };
    }
}
