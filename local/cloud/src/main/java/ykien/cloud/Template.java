package ykien.cloud;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// template.yaml, with its parameters filled in and its intrinsic functions worked out as far as one machine can:
/// see the list of them in `Intrinsics`.
///
/// What reads like `Resources/ArticlesTable/Properties/KeySchema` in a message is the place in the file.
public final class Template {
    /// A Lambda function of the template, `Globals` included.
    ///
    /// @param id its logical id
    /// @param handler class and method, as Lambda calls it
    /// @param environment the variables; a dynamic reference (`{{resolve:…}}`) stays as it is written
    /// @param memory in MB
    /// @param properties all of its evaluated properties
    public record Function(
            String id,
            String handler,
            Map<String, String> environment,
            Duration timeout,
            int memory,
            Map<String, Object> properties) {}

    private static final String FUNCTION = "AWS::Serverless::Function";
    private static final String TABLE = "AWS::DynamoDB::Table";

    private final Map<String, Object> resources;
    private final SequencedMap<String, Function> functions;
    private final SequencedMap<String, Table> tables;
    private final EventRoutes routes;

    private Template(Map<String, Object> resources, Map<String, Object> globals) {
        this.resources = Collections.unmodifiableMap(resources);
        this.functions = new LinkedHashMap<>();
        this.tables = new LinkedHashMap<>();
        resources.forEach((id, resource) -> read(id, Reading.of(resource, "Resources/" + id), globals));
        this.routes = EventRoutes.of(functions.values());
    }

    /// The template in this file, each parameter at its default.
    ///
    /// @throws TemplateException if it can't be understood
    /// @throws UncheckedIOException if the file can't be read
    public static Template read(Path file) {
        return read(file, Map.of());
    }

    /// The template in this file, with these parameters, and the others at their defaults.
    ///
    /// @throws TemplateException if it can't be understood
    /// @throws UncheckedIOException if the file can't be read
    public static Template read(Path file, Map<String, String> parameters) {
        try {
            return parse(Files.readString(file), parameters);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " can't be read", e);
        }
    }

    /// The template in this text, with these parameters, and the others at their defaults.
    ///
    /// @throws TemplateException if it can't be understood
    public static Template parse(String yaml, Map<String, String> parameters) {
        var template = Reading.of(TemplateYaml.read(yaml), "");
        var written = template.map("Resources").orElseThrow(() -> template.wrong("there are no Resources"));
        var types = new LinkedHashMap<String, String>();
        written.entries()
                .forEach((id, resource) ->
                        types.put(id, Reading.of(resource, "Resources/" + id).text("Type")));
        var intrinsics = new Intrinsics(
                parameters(section(template, "Parameters"), parameters),
                section(template, "Mappings"),
                section(template, "Conditions"),
                types);
        var resources = new LinkedHashMap<String, Object>();
        written.entries().forEach((id, resource) -> {
            var place = "Resources/" + id;
            if (Reading.of(resource, place)
                    .maybeText("Condition")
                    .map(name -> intrinsics.holds(name, place))
                    .orElse(true)) {
                resources.put(id, intrinsics.value(resource, place).orElseThrow());
            }
        });
        var globals = intrinsics.value(section(template, "Globals"), "Globals").orElseThrow();
        return new Template(
                resources,
                Reading.of(globals, "Globals")
                        .map("Function")
                        .map(Reading::entries)
                        .orElse(Map.of()));
    }

    /// Each route key, "GET /articles/{slug}" or "$default", and the logical id of its function.
    public SequencedMap<String, String> routes() {
        return Collections.unmodifiableSequencedMap(routes.functionOf());
    }

    /// The keys of the routes that are for requests with an AWS signature alone (`Authorizer: AWS_IAM`).
    public Set<String> signedRoutes() {
        return Set.copyOf(routes.signed());
    }

    /// The functions, in the order of the file.
    public List<Function> functions() {
        return List.copyOf(functions.values());
    }

    /// The function with this logical id.
    ///
    /// @throws TemplateException if there is none
    public Function function(String id) {
        return Optional.ofNullable(functions.get(id))
                .orElseThrow(() -> new TemplateException("", "no function is called " + id));
    }

    /// The tables, in the order of the file.
    public List<Table> tables() {
        return List.copyOf(tables.values());
    }

    /// The table with this logical id.
    ///
    /// @throws TemplateException if there is none
    public Table table(String id) {
        return Optional.ofNullable(tables.get(id))
                .orElseThrow(() -> new TemplateException("", "no table is called " + id));
    }

    /// Every resource whose condition holds, by logical id: maps, lists, texts, numbers and booleans, with
    /// nothing left to evaluate.
    public Map<String, Object> resources() {
        return resources;
    }

    private void read(String id, Reading resource, Map<String, Object> globals) {
        var properties = resource.map("Properties").orElse(new Reading(Map.of(), resource.place() + "/Properties"));
        switch (resource.text("Type")) {
            case FUNCTION ->
                functions.put(id, function(id, new Reading(merge(globals, properties.entries()), properties.place())));
            case TABLE -> tables.put(id, Table.from(id, properties.entries(), properties.place()));
            default -> {}
        }
    }

    private static Function function(String id, Reading properties) {
        var environment = new LinkedHashMap<String, String>();
        properties
                .map("Environment")
                .flatMap(it -> it.map("Variables"))
                .ifPresent(variables ->
                        variables.entries().keySet().forEach(name -> environment.put(name, variables.text(name))));
        return new Function(
                id,
                properties.text("Handler"),
                Collections.unmodifiableMap(environment),
                Duration.ofSeconds(
                        Integer.parseInt(properties.maybeText("Timeout").orElse("3"))),
                Integer.parseInt(properties.maybeText("MemorySize").orElse("128")),
                Collections.unmodifiableMap(properties.entries()));
    }

    /// "Globals section of the AWS SAM template" (AWS SAM Developer Guide): mappings are merged, lists are
    /// joined, the global items first; of everything else the resource's own value stands.
    private static Map<String, Object> merge(Map<?, ?> global, Map<?, ?> own) {
        var merged = new LinkedHashMap<String, Object>();
        global.forEach((name, value) -> merged.put(String.valueOf(name), value));
        own.forEach((name, value) -> merged.merge(String.valueOf(name), value, Template::merge));
        return merged;
    }

    private static Object merge(Object global, Object own) {
        if (global instanceof Map<?, ?> from && own instanceof Map<?, ?> to) {
            return merge(from, to);
        }
        if (global instanceof List<?> from && own instanceof List<?> to) {
            var joined = new ArrayList<Object>(from);
            joined.addAll(to);
            return joined;
        }
        return own;
    }

    private static Map<String, Object> section(Reading template, String name) {
        return template.map(name).map(Reading::entries).orElse(Map.of());
    }

    private static Map<String, Object> parameters(Map<String, Object> declared, Map<String, String> given) {
        for (var name : given.keySet()) {
            if (!declared.containsKey(name)) {
                throw new TemplateException("Parameters", "there is no parameter " + name);
            }
        }
        var values = new LinkedHashMap<String, Object>();
        declared.forEach((name, written) -> {
            var parameter = Reading.of(written, "Parameters/" + name);
            var value = Optional.ofNullable(given.get(name))
                    .or(() -> parameter.maybeText("Default"))
                    .orElseThrow(() -> parameter.wrong("has no default, and no value is given"));
            var type = parameter.maybeText("Type").orElse("String");
            values.put(name, type.contains("List") ? List.of(value.split("\\s*,\\s*")) : value);
        });
        return values;
    }
}
