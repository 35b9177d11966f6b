package ykien.http;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ykien.metric.Metric;

/// One HTTP response.
///
/// @param headers names in lower case
/// @param cookies values of `Set-Cookie`
/// @param counts what the operators are told of it; the client sees nothing of that
public record Response(
        int status, Map<String, String> headers, List<String> cookies, Body body, Map<Metric, Long> counts) {
    public Response {
        headers = Map.copyOf(headers);
        cookies = List.copyOf(cookies);
        counts = Map.copyOf(counts);
    }

    /// A response that nothing is counted of but what all of them have.
    public Response(int status, Map<String, String> headers, List<String> cookies, Body body) {
        this(status, headers, cookies, body, Map.of());
    }

    /// 200 with this body.
    public static Response ok(String contentType, Body body) {
        return new Response(200, Map.of("content-type", contentType), List.of(), body);
    }

    /// 204: all is well, and there is nothing to say.
    public static Response noContent() {
        return new Response(204, Map.of(), List.of(), Body.EMPTY);
    }

    /// 303: look there, with GET.
    public static Response seeOther(String location) {
        return new Response(303, Map.of("location", location), List.of(), Body.EMPTY);
    }

    /// The same with another status.
    public Response withStatus(int status) {
        return new Response(status, headers, cookies, body, counts);
    }

    /// The same with this header, instead of an earlier one of that name.
    public Response withHeader(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Response(status, more, cookies, body, counts);
    }

    /// The same with this header where it has none of that name.
    Response withDefault(String name, String value) {
        return headers.containsKey(name) ? this : withHeader(name, value);
    }

    /// The same with one more cookie.
    public Response withCookie(String cookie) {
        var more = new ArrayList<>(cookies);
        more.add(cookie);
        return new Response(status, headers, more, body, counts);
    }

    /// The same with another body.
    Response withBody(Body body) {
        return new Response(status, headers, cookies, body, counts);
    }

    /// The same, and one of these happened.
    public Response counting(Metric metric) {
        return counting(metric, 1);
    }

    /// The same, and so many of these happened, on top of those that it counts already.
    public Response counting(Metric metric, long many) {
        var more = new EnumMap<Metric, Long>(Metric.class);
        more.putAll(counts);
        more.merge(metric, many, Long::sum);
        return new Response(status, headers, cookies, body, more);
    }

    /// A header's value, or empty text.
    public String header(String name) {
        return headers.getOrDefault(name, "");
    }
}
