package ykien.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Names and values of a query or a form (`application/x-www-form-urlencoded`, WHATWG URL Standard, section 5).
public final class Parameters {
    private final Map<String, List<String>> values;

    private Parameters(Map<String, List<String>> values) {
        this.values = values;
    }

    /// Decodes `a=1&b=2`.
    ///
    /// @throws Refusal if it is not valid percent-encoded UTF-8
    public static Parameters decode(String encoded) {
        var values = new LinkedHashMap<String, List<String>>();
        var start = 0;
        for (var i = 0; i <= encoded.length(); i++) {
            if (i == encoded.length() || encoded.charAt(i) == '&') {
                add(encoded.substring(start, i), values);
                start = i + 1;
            }
        }
        return new Parameters(values);
    }

    private static void add(String pair, Map<String, List<String>> values) {
        if (pair.isEmpty()) {
            return;
        }
        var equals = pair.indexOf('=');
        var name = unescape(equals < 0 ? pair : pair.substring(0, equals));
        var value = equals < 0 ? "" : unescape(pair.substring(equals + 1));
        values.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
    }

    /// Its value; empty where there is none.
    ///
    /// @throws Refusal if it stands there more than once: which one was meant, nobody knows
    public Optional<String> one(String name) {
        var all = values.getOrDefault(name, List.of());
        if (all.size() > 1) {
            throw Refusal.badRequest("Trường “" + name + "” có mặt nhiều lần.", "Hãy gửi mỗi trường một lần.");
        }
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getFirst());
    }

    /// All its values, in their order; empty where there is none.
    public List<String> all(String name) {
        return List.copyOf(values.getOrDefault(name, List.of()));
    }

    /// Decoded strictly: `java.net.URLDecoder` puts U+FFFD where bytes are not UTF-8, and what was typed is lost.
    private static String unescape(String encoded) {
        var bytes = new byte[encoded.length() * 3];
        var length = 0;
        for (var i = 0; i < encoded.length(); i++) {
            var c = encoded.charAt(i);
            if (c == '%') {
                bytes[length++] = (byte) escaped(encoded, i + 1);
                i += 2;
            } else if (c == '+') {
                bytes[length++] = ' ';
            } else if (c < 0x80) {
                bytes[length++] = (byte) c;
            } else {
                // Not percent-encoded at all, as a careless program sends it: taken as it is.
                var end = Character.isHighSurrogate(c) && i + 1 < encoded.length() ? i + 2 : i + 1;
                for (var b : encoded.substring(i, end).getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
                    bytes[length++] = b;
                }
                i = end - 1;
            }
        }
        return Body.utf8(bytes, length);
    }

    private static int escaped(String encoded, int at) {
        if (at + 2 <= encoded.length()) {
            var high = Character.digit(encoded.charAt(at), 16);
            var low = Character.digit(encoded.charAt(at + 1), 16);
            if (high >= 0 && low >= 0) {
                return high << 4 | low;
            }
        }
        throw Refusal.badRequest(
                "Dữ liệu gửi lên có dấu % không đi cùng hai chữ số thập lục phân.", "Hãy mã hóa lại rồi gửi.");
    }
}
