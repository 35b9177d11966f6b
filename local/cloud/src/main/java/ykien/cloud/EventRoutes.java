package ykien.cloud;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// The routes that functions ask for by their events of type `HttpApi` ("HttpApi", AWS SAM Developer Guide).
///
/// @param functionOf each route's function
/// @param signed the routes that are for requests with an AWS signature alone: those whose Authorizer is `AWS_IAM`
record EventRoutes(SequencedMap<String, String> functionOf, Set<String> signed) {
    static EventRoutes of(Collection<Template.Function> functions) {
        var routes = new LinkedHashMap<String, String>();
        var signed = new HashSet<String>();
        for (var function : functions) {
            var place = "Resources/" + function.id() + "/Properties";
            var events = Reading.of(function.properties(), place).map("Events");
            for (var name : events.map(it -> it.entries().keySet()).orElse(Set.of())) {
                var event = events.flatMap(it -> it.map(name)).orElseThrow();
                if (event.text("Type").equals("HttpApi")) {
                    add(routeKey(event), function.id(), routes, event);
                    if (isSigned(event)) {
                        signed.add(routeKey(event));
                    }
                }
            }
        }
        return new EventRoutes(routes, signed);
    }

    private static boolean isSigned(Reading event) {
        return event.map("Properties")
                .flatMap(properties -> properties.map("Auth"))
                .flatMap(auth -> auth.maybeText("Authorizer"))
                .filter("AWS_IAM"::equals)
                .isPresent();
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
