package ykien.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which action answers which route of template.yaml. API Gateway has matched the path already: here it is one
/// look-up by route key. `ANY` routes, which catch the methods that have no route of their own, answer HEAD as GET
/// and refuse the rest with 405; `$default` is 404.
public final class Routes {
    private final Map<String, Action> actions;
    private final Set<String> elsewhere;

    private Routes(Map<String, Action> actions, Set<String> elsewhere) {
        this.actions = Map.copyOf(actions);
        this.elsewhere = Set.copyOf(elsewhere);
    }

    /// These actions by their route keys.
    ///
    /// @param elsewhere route keys that other functions answer at the same paths: they stand in `Allow`
    public static Routes of(Map<String, Action> actions, Set<String> elsewhere) {
        return new Routes(actions, elsewhere);
    }

    /// The route keys that have an action.
    public Set<String> keys() {
        return actions.keySet();
    }

    /// The route keys that other functions answer at the same paths.
    public Set<String> elsewhere() {
        return elsewhere;
    }

    Response answer(Request request) {
        var action = actions.get(request.routeKey());
        if (action != null) {
            return action.answer(request);
        }
        if (request.routeKey().equals("$default")) {
            throw new Refusal(Problem.unknownPage());
        }
        // API Gateway says ANY here; `sam local start-api` puts the request's own method in its place.
        var path = request.routeKey().substring(request.routeKey().indexOf(' ') + 1);
        var get = actions.get("GET " + path);
        if (get == null || !request.method().equals("HEAD")) {
            throw new Refusal(Problem.wrongMethod(String.join(", ", methods(path))));
        }
        return get.answer(request.as("GET", "GET " + path));
    }

    private List<String> methods(String path) {
        var methods = new ArrayList<String>();
        for (var method : List.of("GET", "POST")) {
            var key = method + " " + path;
            if (actions.containsKey(key) || elsewhere.contains(key)) {
                methods.add(method);
                if (method.equals("GET")) {
                    methods.add("HEAD");
                }
            }
        }
        return methods;
    }
}
