package ykien.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Requests as tests make them.
final class Requests {
    private Requests() {}

    /// `GET /` with these headers, name by name and value by value.
    static Request get(String... headers) {
        return of("GET", "GET /", "", headers);
    }

    static Request of(String method, String routeKey, String query, String... headers) {
        var fields = new HashMap<String, String>();
        for (var i = 0; i < headers.length; i += 2) {
            fields.put(headers[i], headers[i + 1]);
        }
        return new Request(
                method,
                routeKey,
                "/",
                Map.of(),
                query,
                fields,
                List.of(),
                Body.EMPTY,
                "request-1",
                "bao.example",
                "192.0.2.1");
    }

    static Request withCookies(String... cookies) {
        return new Request(
                "GET",
                "GET /",
                "/",
                Map.of(),
                "",
                Map.of(),
                List.of(cookies),
                Body.EMPTY,
                "request-1",
                "bao.example",
                "192.0.2.1");
    }
}
