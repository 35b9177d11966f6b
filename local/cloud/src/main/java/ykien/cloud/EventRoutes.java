package ykien.cloud;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;

/// The routes that functions ask for by their events of type `HttpApi` ("HttpApi", AWS SAM Developer Guide).
final class EventRoutes {
    private EventRoutes() {}

    static SequencedMap<String, String> of(Collection<Template.Function> functions) {
        var routes = new LinkedHashMap<String, String>();
        for (var function : functions) {
            var place = "Resources/" + function.id() + "/Properties";
            var events = Reading.of(function.properties(), place).map("Events");
            for (var name : events.map(it -> it.entries().keySet()).orElse(java.util.Set.of())) {
                var event = events.flatMap(it -> it.map(name)).orElseThrow();
                if (event.text("Type").equals("HttpApi")) {
                    add(routeKey(event), function.id(), routes, event);
                }
            }
        }
        return routes;
    }

    private static void add(String routeKey, String function, SequencedMap<String, String> routes, Reading event) {
        var other = Optional.ofNullable(routes.putIfAbsent(routeKey, function));
        if (other.isPresent()) {
            throw event.wrong("route " + routeKey + " is there already, for " + other.get());
        }
    }

    /// Without path and method the event is the catch-all; any method is `ANY`.
    private static String routeKey(Reading event) {
        var properties = event.map("Properties").orElse(new Reading(java.util.Map.of(), event.place()));
        if (!properties.maybeText("PayloadFormatVersion").orElse("2.0").equals("2.0")) {
            throw properties.wrong("events here are of PayloadFormatVersion 2.0");
        }
        var path = properties.maybeText("Path");
        if (path.isEmpty() || path.get().equals("$default")) {
            return HttpRoutes.DEFAULT;
        }
        var method = properties.text("Method").toUpperCase(Locale.ROOT);
        return (method.equals("X-AMAZON-APIGATEWAY-ANY-METHOD") ? "ANY" : method) + " " + path.get();
    }
}
