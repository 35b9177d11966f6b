package ykien.local;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ykien.cloud.HttpRequest;
import ykien.cloud.HttpResponse;
import ykien.cloud.Template;

/// CloudFront, as template.yaml's EdgeDistribution describes it and the Amazon CloudFront Developer Guide
/// says that it works: which behaviour a path meets, what of a request goes on, what is kept, under which
/// key and for how long. It is one location, and compresses nothing. No cloud has confirmed it; where the
/// guide leaves something open, it is as unkind as it may be: it tells no `Age` to whoever asks it.
///
/// One class, since a request passes through all of it in one go.
final class LocalEdge {
    /// The address that the edge itself has.
    static final String ADDRESS = "198.51.100.250";

    /// AWS's own policies, by the ids that their documentation has.
    private static final String CACHING_DISABLED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";

    private static final String ALL_VIEWER_EXCEPT_HOST = "b689b0a8-53d0-40ab-baf2-68738e2966ac";

    /// "HTTP 4xx and 5xx status codes that CloudFront always caches": for 10 s, unless the distribution
    /// says otherwise.
    static final Set<Integer> ERRORS_ALWAYS_KEPT = Set.of(404, 405, 414, 500, 501, 502, 503, 504);

    /// "Only if your origin returns a Cache-Control max-age".
    private static final Set<Integer> ERRORS_KEPT_IF_ASKED = Set.of(400, 403, 412, 415);

    /// "For all other error codes, CloudFront ignores the no-store, no-cache and private directives".
    private static final Set<Integer> ERRORS_NOT_KEPT_IF_FORBIDDEN = Set.of(404, 410, 414, 501);

    private record Copy(HttpResponse response, Instant since, Duration fresh, Duration stale) {}

    private final Map<String, Object> resources;
    private final Map<String, Object> distribution;
    private final Function<HttpRequest, HttpResponse> origin;
    private final InstantSource clock;
    private final Map<String, Copy> copies = new HashMap<>();

    /// Each header that a kept answer's `Vary` names and that is in no key, though it went on to the origin.
    final Set<String> overlooked = new TreeSet<>();

    /// How often the origin was asked.
    int asked;

    LocalEdge(Template template, Function<HttpRequest, HttpResponse> origin, InstantSource clock) {
        this.resources = template.resources();
        this.distribution = map(properties("EdgeDistribution").get("DistributionConfig"));
        this.origin = origin;
        this.clock = clock;
    }

    /// How many answers are kept.
    int kept() {
        return copies.size();
    }

    HttpResponse send(HttpRequest sent) {
        var path = sent.target().split("\\?", 2)[0];
        var behaviour = behaviour(path);
        var method = sent.method();
        if (!list(behaviour.get("AllowedMethods")).contains(method)) {
            throw new AssertionError(method + " is no method at " + path);
        }
        var headers = preferred(behaviour, method, headers(sent));
        if (!method.equals("GET") && !method.equals("HEAD")) {
            return ask(behaviour, sent, headers);
        }
        var key = key(behaviour, sent, headers);
        var copy = Optional.ofNullable(copies.get(key));
        var age = copy.map(it -> Duration.between(it.since(), clock.instant())).orElse(Duration.ZERO);
        if (copy.isPresent() && age.compareTo(copy.get().fresh()) < 0) {
            return copy.get().response();
        }
        var response = ask(behaviour, sent, headers);
        keep(key, behaviour, headers, response);
        return copy.isPresent()
                        && age.compareTo(copy.get().fresh().plus(copy.get().stale())) < 0
                ? copy.get().response()
                : response;
    }

    /// The first behaviour whose pattern fits, or else the default: "`*` matches 0 or more characters".
    Map<String, Object> behaviour(String path) {
        for (var behaviour : list(distribution.get("CacheBehaviors"))) {
            var pattern = text(map(behaviour), "PathPattern");
            var expression = Arrays.stream(pattern.split("\\*", -1)).map(Pattern::quote);
            if (path.matches(expression.collect(Collectors.joining(".*")))) {
                return map(behaviour);
            }
        }
        return map(distribution.get("DefaultCacheBehavior"));
    }

    boolean keepsAnything(Map<String, Object> behaviour) {
        return !text(behaviour, "CachePolicyId").equals(CACHING_DISABLED);
    }

    private static Map<String, List<String>> headers(HttpRequest request) {
        var headers = new TreeMap<String, List<String>>();
        for (var header : request.headers()) {
            headers.computeIfAbsent(header.name().toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                    .add(header.value());
        }
        return headers;
    }

    /// The headers after the function has seen them; cookies, which an event has apart, are none of its
    /// concern.
    private Map<String, String> preferred(
            Map<String, Object> behaviour, String method, Map<String, List<String>> sent) {
        var others = new TreeMap<>(sent);
        var cookies = Optional.ofNullable(others.remove("cookie"));
        var headers = new TreeMap<String, String>();
        var functions = list(behaviour.get("FunctionAssociations"));
        if (functions.isEmpty()) {
            others.forEach((name, values) -> headers.put(name, String.join(",", values)));
        } else {
            var arn = text(map(functions.getFirst()), "FunctionARN");
            var code = text(properties(arn.substring(0, arn.indexOf('.'))), "FunctionCode");
            headers.putAll(new EdgeFunction(code).headers(method, others));
        }
        cookies.ifPresent(all -> headers.put("cookie", String.join("; ", all)));
        return headers;
    }

    private String key(Map<String, Object> behaviour, HttpRequest sent, Map<String, String> headers) {
        if (!keepsAnything(behaviour)) {
            return sent.target().split("\\?", 2)[0]; // of errors, which are kept in spite of that
        }
        var inKey = new TreeMap<String, String>();
        for (var name : keyHeaders(behaviour)) {
            inKey.put(name, headers.getOrDefault(name, ""));
        }
        return target(behaviour, sent) + " " + inKey + " " + encodings(headers);
    }

    private List<String> keyHeaders(Map<String, Object> behaviour) {
        if (!keepsAnything(behaviour)) {
            return List.of();
        }
        return list(map(keyed(behaviour).get("HeadersConfig")).get("Headers")).stream()
                .map(name -> name.toString().toLowerCase(Locale.ROOT))
                .toList();
    }

    private Map<String, Object> keyed(Map<String, Object> behaviour) {
        return map(cachePolicy(behaviour).get("ParametersInCacheKeyAndForwardedToOrigin"));
    }

    private Map<String, Object> cachePolicy(Map<String, Object> behaviour) {
        return map(properties(text(behaviour, "CachePolicyId")).get("CachePolicyConfig"));
    }

    /// The path, and of the query what the policy knows.
    private String target(Map<String, Object> behaviour, HttpRequest sent) {
        var parts = sent.target().split("\\?", 2);
        if (parts.length < 2 || !keepsAnything(behaviour)) {
            return sent.target();
        }
        var known = list(map(keyed(behaviour).get("QueryStringsConfig")).get("QueryStrings"));
        var query = Arrays.stream(parts[1].split("&", -1))
                .filter(pair -> known.contains(pair.split("=", 2)[0]))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? parts[0] : parts[0] + "?" + query;
    }

    private static String encodings(Map<String, String> headers) {
        var accepted = headers.getOrDefault("accept-encoding", "");
        return List.of("br", "gzip").stream().filter(accepted::contains).collect(Collectors.joining(","));
    }

    private HttpResponse ask(Map<String, Object> behaviour, HttpRequest sent, Map<String, String> headers) {
        asked++;
        var on = HttpRequest.of(sent.method(), target(behaviour, sent)).from(ADDRESS);
        if (sent.body().length > 0) {
            on = on.body(sent.body());
        }
        for (var header : forwarded(behaviour, headers).entrySet()) {
            on = on.header(header.getKey(), header.getValue());
        }
        var before = headers.containsKey("x-forwarded-for") ? headers.get("x-forwarded-for") + "," : "";
        on = on.header("X-Forwarded-For", before + sent.sourceIp());
        for (var custom : list(map(list(distribution.get("Origins")).getFirst()).get("OriginCustomHeaders"))) {
            on = on.header(text(map(custom), "HeaderName"), text(map(custom), "HeaderValue"));
        }
        return origin.apply(on);
    }

    private Map<String, String> forwarded(Map<String, Object> behaviour, Map<String, String> headers) {
        var forwarded = new TreeMap<String, String>();
        var requestPolicy = behaviour.get("OriginRequestPolicyId");
        if (ALL_VIEWER_EXCEPT_HOST.equals(requestPolicy)) {
            forwarded.putAll(headers);
            forwarded.keySet().removeAll(Set.of("host", "x-ykien-edge", "x-forwarded-for"));
            return forwarded;
        }
        keyHeaders(behaviour).forEach(name -> copy(name, headers, forwarded));
        if (!encodings(headers).isEmpty()) {
            forwarded.put("accept-encoding", encodings(headers));
        }
        if (requestPolicy != null) {
            var config = map(properties(requestPolicy.toString()).get("OriginRequestPolicyConfig"));
            list(map(config.get("HeadersConfig")).get("Headers"))
                    .forEach(name -> copy(name.toString().toLowerCase(Locale.ROOT), headers, forwarded));
            var cookies = list(map(config.get("CookiesConfig")).get("Cookies"));
            var let = Arrays.stream(headers.getOrDefault("cookie", "").split("; ", -1))
                    .filter(cookie -> cookies.contains(cookie.split("=", 2)[0]))
                    .collect(Collectors.joining("; "));
            if (!let.isEmpty()) {
                forwarded.put("cookie", let);
            }
        }
        return forwarded;
    }

    private static void copy(String name, Map<String, String> from, Map<String, String> to) {
        var value = from.get(name);
        if (value != null) {
            to.put(name, value);
        }
    }

    private void keep(String key, Map<String, Object> behaviour, Map<String, String> headers, HttpResponse response) {
        var fresh = freshness(behaviour, response);
        if (fresh.isZero()) {
            return;
        }
        if (!response.cookies().isEmpty()) {
            throw new AssertionError("others would get the cookie of " + key + ": " + response);
        }
        var went = forwarded(behaviour, headers).keySet();
        for (var name : response.header("vary").orElse("").split(", ", -1)) {
            if (went.contains(name) && !keyHeaders(behaviour).contains(name) && !name.equals("accept-encoding")) {
                overlooked.add(name);
            }
        }
        copies.put(key, new Copy(response, clock.instant(), fresh, seconds(response, "stale-while-revalidate")));
    }

    private Duration freshness(Map<String, Object> behaviour, HttpResponse response) {
        var status = response.status();
        var said = response.header("cache-control").orElse("");
        var forbidden = said.contains("no-store") || said.contains("no-cache") || said.contains("private");
        var wanted = keepsAnything(behaviour) && !forbidden ? seconds(response, "max-age") : Duration.ZERO;
        if (status < 400) {
            var least = keepsAnything(behaviour)
                    ? Duration.ofSeconds(Long.parseLong(text(cachePolicy(behaviour), "MinTTL")))
                    : Duration.ZERO;
            var unsaid = said.isEmpty() && keepsAnything(behaviour)
                    ? Duration.ofSeconds(Long.parseLong(text(cachePolicy(behaviour), "DefaultTTL")))
                    : wanted;
            return least.compareTo(unsaid) > 0 ? least : unsaid;
        }
        if (ERRORS_KEPT_IF_ASKED.contains(status)) {
            return wanted;
        }
        if (!ERRORS_ALWAYS_KEPT.contains(status) || (forbidden && ERRORS_NOT_KEPT_IF_FORBIDDEN.contains(status))) {
            return Duration.ZERO;
        }
        var least = errorTime(status);
        return least.compareTo(wanted) > 0 ? least : wanted;
    }

    /// How long an error of this status is kept at least.
    Duration errorTime(int status) {
        return list(distribution.get("CustomErrorResponses")).stream()
                .map(LocalEdge::map)
                .filter(error -> text(error, "ErrorCode").equals(Integer.toString(status)))
                .map(error -> Duration.ofSeconds(Long.parseLong(text(error, "ErrorCachingMinTTL"))))
                .findFirst()
                .orElse(Duration.ofSeconds(10));
    }

    private static Duration seconds(HttpResponse response, String directive) {
        return Arrays.stream(response.header("cache-control").orElse("").split(", ", -1))
                .filter(it -> it.startsWith(directive + "="))
                .map(it -> Duration.ofSeconds(Long.parseLong(it.substring(directive.length() + 1))))
                .findFirst()
                .orElse(Duration.ZERO);
    }

    private Map<String, Object> properties(String id) {
        return map(map(resources.get(id)).get("Properties"));
    }

    private static String text(Map<String, Object> map, String name) {
        return requireNonNull(map.get(name), name).toString();
    }

    private static List<?> list(@Nullable Object value) {
        return value == null ? List.of() : (List<?>) value;
    }

    private static Map<String, Object> map(@Nullable Object value) {
        var map = new TreeMap<String, Object>();
        ((Map<?, ?>) requireNonNull(value)).forEach((name, it) -> map.put(String.valueOf(name), requireNonNull(it)));
        return map;
    }
}
