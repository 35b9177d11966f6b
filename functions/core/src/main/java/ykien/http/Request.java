package ykien.http;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// One HTTP request, as API Gateway handed it over.
///
/// @param routeKey the route in template.yaml that matched, such as `GET /articles/{slug}`
/// @param path the path of the address, without the query; for messages only, since API Gateway has routed already
/// @param pathParameters the values of the route's `{…}`, decoded
/// @param query what stands behind the `?`, raw; [#queryParameters] decodes it
/// @param headers names in lower case; repeated headers are one, joined by commas
/// @param cookies each `name=value` that the client sent
/// @param body the bytes that the client sent
/// @param id API Gateway's id of the request: stands in the log line and on the page of a fault inside
/// @param domain the host name that the client asked for
/// @param address the client's IP address: personal data, for [Edge] and the limits alone
public record Request(
        String method,
        String routeKey,
        String path,
        Map<String, String> pathParameters,
        String query,
        Map<String, String> headers,
        List<String> cookies,
        Body body,
        String id,
        String domain,
        String address) {

    public Request {
        pathParameters = Map.copyOf(pathParameters);
        headers = Map.copyOf(headers);
        cookies = List.copyOf(cookies);
    }

    /// A header's value; names in lower case.
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /// The part of the path that the route calls `name`; empty text where the route has none.
    public String pathParameter(String name) {
        return pathParameters.getOrDefault(name, "");
    }

    /// The query, decoded.
    ///
    /// @throws Refusal if it is not valid percent-encoded UTF-8
    public Parameters queryParameters() {
        return Parameters.decode(query);
    }

    /// The first cookie of that name.
    public Optional<String> cookie(String name) {
        for (var cookie : cookies) {
            var equals = cookie.indexOf('=');
            if (equals > 0 && cookie.substring(0, equals).strip().equals(name)) {
                return Optional.of(cookie.substring(equals + 1).strip());
            }
        }
        return Optional.empty();
    }

    /// The media type of the body, in lower case and without its parameters; empty text where none is given.
    public String contentType() {
        var type = header("content-type").orElse("");
        var semicolon = type.indexOf(';');
        return (semicolon < 0 ? type : type.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
    }

    /// The body's character encoding, in lower case; empty text where none is given.
    String charset() {
        var type = header("content-type").orElse("").toLowerCase(Locale.ROOT);
        var at = type.indexOf("charset=");
        if (at < 0) {
            return "";
        }
        var rest = type.substring(at + "charset=".length());
        var end = rest.indexOf(';');
        return (end < 0 ? rest : rest.substring(0, end)).replace("\"", "").strip();
    }

    /// Whether the client would rather have JSON than a page. One that likes both alike gets what it sends, JSON for a
    /// JSON body, and else a page. What it reads does not depend on a body: `Vary` names `Accept` alone.
    public boolean prefersJson() {
        var accept = Accept.parse(header("accept").orElse("*/*"));
        var json = accept.liking("application", "json");
        var problem = accept.liking("application", "problem+json");
        var html = accept.liking("text", "html");
        var difference = (json.compareTo(problem) < 0 ? problem : json).compareTo(html);
        return difference == 0 ? method.equals("POST") && contentType().equals("application/json") : difference > 0;
    }

    /// Whether the client would rather have English than Vietnamese, which is what it gets if it says of neither.
    public boolean prefersEnglish() {
        var header = header("accept-language").orElse("");
        return Accept.languageQuality(header, "en") > Accept.languageQuality(header, "vi");
    }

    /// The same from this address.
    Request from(String other) {
        return new Request(method, routeKey, path, pathParameters, query, headers, cookies, body, id, domain, other);
    }

    /// A request whose method is another: HEAD is answered as GET.
    Request as(String method, String routeKey) {
        return new Request(method, routeKey, path, pathParameters, query, headers, cookies, body, id, domain, address);
    }
}
