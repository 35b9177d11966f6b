package ykien.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// An HTTP request as it arrives at the HTTP API. It never changes: each method gives a new one.
///
/// ```java
/// HttpRequest.post("/articles/mua-he/comments").header("Accept", "text/html").form(Map.of("name", "Lan"))
/// ```
public final class HttpRequest {
    /// One header field, as it was sent; a name may come more than once.
    public record Header(String name, String value) {}

    private final String method;
    private final String target;
    private final List<Header> headers;
    private final byte[] body;
    private final String sourceIp;

    private HttpRequest(String method, String target, List<Header> headers, byte[] body, String sourceIp) {
        this.method = method;
        this.target = target;
        this.headers = List.copyOf(headers);
        this.body = body;
        this.sourceIp = sourceIp;
    }

    /// A request without headers or body, from an address that belongs to nobody (RFC 5737).
    ///
    /// @param target path and query as they stand in the request line, percent-encoded
    public static HttpRequest of(String method, String target) {
        return new HttpRequest(method, target, List.of(), new byte[0], "192.0.2.1");
    }

    /// `GET`.
    public static HttpRequest get(String target) {
        return of("GET", target);
    }

    /// `HEAD`.
    public static HttpRequest head(String target) {
        return of("HEAD", target);
    }

    /// `POST`.
    public static HttpRequest post(String target) {
        return of("POST", target);
    }

    /// With one more header field.
    public HttpRequest header(String name, String value) {
        var more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new HttpRequest(method, target, more, body, sourceIp);
    }

    /// With one more cookie.
    public HttpRequest cookie(String name, String value) {
        return header("Cookie", name + "=" + value);
    }

    /// With this body and its type.
    public HttpRequest body(String contentType, byte[] bytes) {
        return body(bytes).header("Content-Type", contentType);
    }

    /// With this body in UTF-8 and its type.
    public HttpRequest body(String contentType, String text) {
        return body(contentType, text.getBytes(UTF_8));
    }

    /// With this body, whose type nothing says.
    public HttpRequest body(byte[] bytes) {
        return new HttpRequest(method, target, headers, bytes.clone(), sourceIp);
    }

    /// With this JSON.
    public HttpRequest json(String json) {
        return body("application/json", json);
    }

    /// With the fields of a form, encoded as a browser does.
    public HttpRequest form(Map<String, String> fields) {
        return form(fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&")));
    }

    /// With a form that is encoded already.
    public HttpRequest form(String encoded) {
        return body("application/x-www-form-urlencoded", encoded);
    }

    /// From this address.
    public HttpRequest from(String address) {
        return new HttpRequest(method, target, headers, body, address);
    }

    /// The method, as it was sent.
    public String method() {
        return method;
    }

    /// Path and query, percent-encoded, as they were sent.
    public String target() {
        return target;
    }

    /// The header fields, as they were sent.
    public List<Header> headers() {
        return headers;
    }

    /// The bytes of the body; none at all where there is no body.
    public byte[] body() {
        return body.clone();
    }

    /// The client's address.
    public String sourceIp() {
        return sourceIp;
    }

    int bodyLength() {
        return body.length;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    @Override
    public String toString() {
        return method + " " + target;
    }
}
