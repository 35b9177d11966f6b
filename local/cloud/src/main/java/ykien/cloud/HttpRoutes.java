package ykien.cloud;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Chooses a route as API Gateway does: "Create routes for HTTP APIs in API Gateway", section "Routing API
/// requests" (API Gateway Developer Guide, `http-api-develop-routes.html`). The path that fits best wins: text
/// before a variable, a variable before a greedy one; on one path the method itself wins over `ANY`; `$default`
/// comes last.
final class HttpRoutes {
    static final String DEFAULT = "$default";

    /// The chosen route, and what its variables stand for in this path.
    record Match(String routeKey, Map<String, String> pathParameters) {}

    private record Route(String key, String method, List<String> segments) {
        static Route of(String key) {
            var space = key.indexOf(' ');
            return new Route(key, key.substring(0, space), split(key.substring(space + 1)));
        }

        /// What the variables stand for; empty if the route does not fit.
        Optional<Match> match(String requestMethod, List<String> path) {
            if (!method.equals("ANY") && !method.equals(requestMethod)) {
                return Optional.empty();
            }
            var variables = new LinkedHashMap<String, String>();
            for (var i = 0; i < segments.size(); i++) {
                var segment = segments.get(i);
                if (i >= path.size()) {
                    return Optional.empty();
                }
                if (rank(segment) == GREEDY) {
                    variables.put(name(segment), String.join("/", path.subList(i, path.size())));
                    return filled(variables);
                }
                if (rank(segment) == VARIABLE) {
                    variables.put(name(segment), path.get(i));
                } else if (!segment.equals(path.get(i))) {
                    return Optional.empty();
                }
            }
            return segments.size() == path.size() ? filled(variables) : Optional.empty();
        }

        /// A variable stands for at least one character.
        private Optional<Match> filled(Map<String, String> variables) {
            return variables.containsValue("") ? Optional.empty() : Optional.of(new Match(key, variables));
        }

        private int rankAt(int index) {
            return index < segments.size() ? rank(segments.get(index)) : TEXT;
        }
    }

    private static final int TEXT = 0;
    private static final int VARIABLE = 1;
    private static final int GREEDY = 2;

    private final List<Route> routes = new ArrayList<>();
    private final boolean catchAll;

    HttpRoutes(Collection<String> routeKeys) {
        catchAll = routeKeys.contains(DEFAULT);
        routeKeys.stream().filter(key -> !key.equals(DEFAULT)).map(Route::of).forEach(routes::add);
        routes.sort(HttpRoutes::byFit);
    }

    /// @param path decoded
    Optional<Match> match(String method, String path) {
        var segments = split(path);
        return routes.stream()
                .flatMap(route -> route.match(method, segments).stream())
                .findFirst()
                .or(() -> catchAll ? Optional.of(new Match(DEFAULT, Map.of())) : Optional.empty());
    }

    private static int byFit(Route one, Route other) {
        for (var i = 0; i < Math.max(one.segments().size(), other.segments().size()); i++) {
            var difference = Integer.compare(one.rankAt(i), other.rankAt(i));
            if (difference != 0) {
                return difference;
            }
        }
        return Comparator.<Boolean>naturalOrder()
                .compare(one.method().equals("ANY"), other.method().equals("ANY"));
    }

    private static int rank(String segment) {
        if (!segment.startsWith("{")) {
            return TEXT;
        }
        return segment.endsWith("+}") ? GREEDY : VARIABLE;
    }

    private static String name(String segment) {
        return segment.substring(1, segment.length() - rank(segment));
    }

    private static List<String> split(String path) {
        return List.of(path.substring(1).split("/", -1));
    }
}
