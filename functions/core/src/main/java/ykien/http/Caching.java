package ykien.http;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Validators and `Vary` (RFC 9110, sections 8.8 and 12.5.5).
final class Caching {
    private Caching() {}

    /// Gives a 200 that may be stored its `ETag`, and answers 304 where the client has that very answer already. The
    /// tag is weak, since the same answer may travel compressed or not.
    static Response revalidate(Request request, Response response) {
        var storable = response.status() == 200
                && isStorable(response)
                && (request.method().equals("GET") || request.method().equals("HEAD"));
        if (!storable) {
            return response;
        }
        var tag = "W/\"" + digest(response.body()) + "\"";
        var tagged = response.withHeader("etag", tag);
        return matches(request.header("if-none-match").orElse(""), tag)
                ? tagged.withStatus(304).withBody(Body.EMPTY)
                : tagged;
    }

    /// Whether anybody may keep it.
    static boolean isStorable(Response response) {
        return !response.header("cache-control").contains("no-store");
    }

    /// The response, saying that this header of the request changes it.
    static Response vary(Response response, String header) {
        var vary = response.header("vary");
        return response.withHeader("vary", vary.isEmpty() ? header : vary + ", " + header);
    }

    /// Weak comparison (RFC 9110, section 8.8.3.2): `W/` does not count.
    private static boolean matches(String ifNoneMatch, String tag) {
        for (var candidate : ifNoneMatch.split(",", -1)) { // no tag of ours holds a comma
            var stripped = candidate.strip();
            if (stripped.equals("*") || stripped.equals(tag) || stripped.equals(tag.substring(2))) {
                return true;
            }
        }
        return false;
    }

    /// 24 hexadecimal digits that tell this body from others.
    static String digest(Body body) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(body.bytes());
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
