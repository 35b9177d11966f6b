package ykien.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/// What the HTTP API answers.
public final class HttpResponse {
    private final int status;
    private final TreeMap<String, String> headers;
    private final List<String> cookies;
    private final byte[] body;

    HttpResponse(int status, Map<String, String> headers, List<String> cookies, byte[] body) {
        this.status = status;
        this.headers = new TreeMap<>();
        headers.forEach((name, value) -> this.headers.put(name.toLowerCase(Locale.ROOT), value));
        this.cookies = List.copyOf(cookies);
        this.body = body;
    }

    /// One of the gateway's own short answers.
    static HttpResponse message(int status, String message) {
        return new HttpResponse(
                status,
                Map.of("content-type", "application/json"),
                List.of(),
                ("{\"message\":\"" + message + "\"}").getBytes(UTF_8));
    }

    /// The same with this header field.
    public HttpResponse with(String header, String value) {
        var more = new TreeMap<>(headers);
        more.put(header, value);
        return new HttpResponse(status, more, cookies, body);
    }

    HttpResponse withoutBody() {
        return new HttpResponse(status, headers, cookies, new byte[0]);
    }

    /// The status code.
    public int status() {
        return status;
    }

    /// The header fields, their names in lower case; cookies are apart.
    public SequencedMap<String, String> headers() {
        return Collections.unmodifiableSequencedMap(headers);
    }

    /// The header field of that name, in whatever case.
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /// The values of the `Set-Cookie` fields.
    public List<String> cookies() {
        return cookies;
    }

    /// The value that a `Set-Cookie` field gives to this cookie.
    public Optional<String> cookie(String name) {
        return cookies.stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.substring(name.length() + 1).split(";", 2)[0])
                .findFirst();
    }

    /// The bytes of the body, as they go to the client.
    public byte[] body() {
        return body.clone();
    }

    /// The body as text in UTF-8.
    public String text() {
        return new String(body, UTF_8);
    }

    /// The body as JSON.
    ///
    /// @throws IllegalArgumentException if it is no JSON, or `null`
    public Object json() {
        return Objects.requireNonNull(Json.read(body), "the body is null");
    }

    @Override
    public String toString() {
        return status + " " + headers + " " + cookies + " " + body.length + " bytes";
    }
}
