package ykien.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Path and query of a request line, as events have them.
///
/// HTTP APIs decode the path before they choose a route, and a `?` that appears by that ends it: `rawPath` is not
/// raw, but `rawQueryString` is. The documentation says only that "API Gateway decodes URL-encoded request
/// parameters before passing them to your backend integration" ("Create routes for HTTP APIs in API Gateway");
/// the rest is what events captured from AWS show (hotsock/voker#8 on GitHub).
///
/// @param path decoded
/// @param rawQuery as it was sent; "" where there is none
record Target(String path, String rawQuery) {
    /// Empty if it is not the path and query of a request line (RFC 9112, section 3.2), or a `%` in it is not
    /// followed by two hexadecimal digits.
    static Optional<Target> parse(String target) {
        if (!target.startsWith("/") || !target.chars().allMatch(c -> c > ' ' && c != 0x7F)) {
            return Optional.empty();
        }
        var question = target.indexOf('?');
        var rawPath = question < 0 ? target : target.substring(0, question);
        var rawQuery = question < 0 ? "" : target.substring(question + 1);
        if (isBroken(rawPath) || isBroken(rawQuery)) {
            return Optional.empty();
        }
        return Optional.of(new Target(decode(rawPath, false).split("\\?", 2)[0], rawQuery));
    }

    /// The decoded parameters of the query; the values of one name are joined by commas.
    Map<String, String> query() {
        var parameters = new LinkedHashMap<String, String>();
        for (var pair : rawQuery.split("&", -1)) {
            if (!pair.isEmpty()) {
                var equals = pair.indexOf('=');
                var name = equals < 0 ? pair : pair.substring(0, equals);
                var value = equals < 0 ? "" : pair.substring(equals + 1);
                parameters.merge(decode(name, true), decode(value, true), (first, next) -> first + "," + next);
            }
        }
        return parameters;
    }

    private static boolean isBroken(String encoded) {
        for (var at = encoded.indexOf('%'); at >= 0; at = encoded.indexOf('%', at + 1)) {
            if (at + 3 > encoded.length()
                    || Character.digit(encoded.charAt(at + 1), 16) < 0
                    || Character.digit(encoded.charAt(at + 2), 16) < 0) {
                return true;
            }
        }
        return false;
    }

    private static String decode(String encoded, boolean plusIsSpace) {
        var bytes = new ByteArrayOutputStream();
        var sent = encoded.getBytes(UTF_8);
        for (var i = 0; i < sent.length; i++) {
            if (sent[i] == '%') {
                bytes.write(Character.digit(sent[i + 1], 16) << 4 | Character.digit(sent[i + 2], 16));
                i += 2;
            } else {
                bytes.write(plusIsSpace && sent[i] == '+' ? ' ' : sent[i]);
            }
        }
        return bytes.toString(UTF_8); // bytes that are not UTF-8 become U+FFFD
    }
}
