package ykien.cloud;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// CloudFormation's intrinsic functions, as far as they can be worked out without a cloud ("Intrinsic function
/// reference", AWS CloudFormation User Guide). What only the cloud would know gets a stand-in: a resource's name
/// is its logical id, as `sam local` has it, and its ARN is made with that name. A function that is not known
/// here is an error that names its place.
///
/// One method for each function makes this class long.
final class Intrinsics {
    static final String REGION = "ap-southeast-1";
    static final String ACCOUNT = "123456789012";

    /// `AWS::NoValue`: whatever it is given to is left out.
    private static final Object NO_VALUE = new Object();

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(!?)\\s*([^}]+?)\\s*}");
    private static final Map<String, Object> PSEUDO_PARAMETERS = Map.of(
            "AWS::AccountId",
            ACCOUNT,
            "AWS::NoValue",
            NO_VALUE,
            "AWS::NotificationARNs",
            List.of(),
            "AWS::Partition",
            "aws",
            "AWS::Region",
            REGION,
            "AWS::StackId",
            "arn:aws:cloudformation:" + REGION + ":" + ACCOUNT + ":stack/local/0",
            "AWS::StackName",
            "local",
            "AWS::URLSuffix",
            "amazonaws.com");

    private final Map<String, Object> parameters;
    private final Map<?, ?> mappings;
    private final Map<?, ?> conditions;
    private final Map<String, String> resources;

    /// @param resources the type of each resource, by logical id
    Intrinsics(
            Map<String, Object> parameters, Map<?, ?> mappings, Map<?, ?> conditions, Map<String, String> resources) {
        this.parameters = parameters;
        this.mappings = mappings;
        this.conditions = conditions;
        this.resources = resources;
    }

    /// The value with every intrinsic function in it worked out; empty where it is `AWS::NoValue`.
    Optional<Object> value(Object written, String place) {
        var value = evaluate(written, place);
        return value == NO_VALUE ? Optional.empty() : Optional.of(value);
    }

    /// Whether the named condition of the template holds.
    boolean holds(String condition, String place) {
        var written = conditions.get(condition);
        if (written == null) {
            throw new TemplateException(place, "no condition is called " + condition);
        }
        return truth(written, "Conditions/" + condition);
    }

    private Object evaluate(@Nullable Object written, String place) {
        return switch (written) {
            case null -> throw new TemplateException(place, "has no value; a template has no nulls");
            case Map<?, ?> map when isFunction(map) -> call(map, place);
            case Map<?, ?> map -> map(map, place);
            case List<?> list -> list(list, place);
            default -> written;
        };
    }

    private static boolean isFunction(Map<?, ?> map) {
        return map.size() == 1
                && map.keySet().iterator().next() instanceof String name
                && (name.equals("Ref") || name.startsWith("Fn::"));
    }

    private Map<String, Object> map(Map<?, ?> written, String place) {
        var values = new LinkedHashMap<String, Object>();
        written.forEach((key, value) ->
                value(value, place + "/" + key).ifPresent(present -> values.put(String.valueOf(key), present)));
        return values;
    }

    private List<Object> list(List<?> written, String place) {
        var values = new ArrayList<Object>();
        for (var i = 0; i < written.size(); i++) {
            value(written.get(i), place + "/" + i).ifPresent(values::add);
        }
        return values;
    }

    private Object call(Map<?, ?> function, String place) {
        var name = (String) function.keySet().iterator().next();
        var argument = function.values().iterator().next();
        return switch (name) {
            case "Ref" -> reference(text(argument, place), place);
            case "Fn::Sub" -> substitute(argument, place);
            case "Fn::GetAtt" -> attribute(arguments(argument, 2, name, place), place);
            case "Fn::If" -> choose(arguments(argument, 3, name, place), place);
            case "Fn::Join" -> join(arguments(argument, 2, name, place), place);
            case "Fn::Select" -> select(arguments(argument, 2, name, place), place);
            case "Fn::Split" -> split(arguments(argument, 2, name, place), place);
            case "Fn::FindInMap" -> find(arguments(argument, 3, name, place), place);
            case "Fn::Equals", "Fn::Not", "Fn::And", "Fn::Or" -> truth(function, place);
            default ->
                throw new TemplateException(
                        place, name + " is not worked out on this machine; see " + Intrinsics.class.getName());
        };
    }

    private boolean truth(Object written, String place) {
        if (!(written instanceof Map<?, ?> map) || map.size() != 1) {
            throw new TemplateException(place, "is no condition");
        }
        var name = String.valueOf(map.keySet().iterator().next());
        var argument = map.values().iterator().next();
        return switch (name) {
            case "Condition" -> holds(text(argument, place), place);
            case "Fn::Equals" -> {
                var sides = arguments(argument, 2, name, place);
                yield evaluate(sides.get(0), place)
                        .toString()
                        .equals(evaluate(sides.get(1), place).toString());
            }
            case "Fn::Not" -> !truth(arguments(argument, 1, name, place).getFirst(), place);
            case "Fn::And" -> items(argument, name, place).stream().allMatch(part -> truth(part, place));
            case "Fn::Or" -> items(argument, name, place).stream().anyMatch(part -> truth(part, place));
            default -> throw new TemplateException(place, name + " is no condition");
        };
    }

    private Object reference(String name, String place) {
        var parameter = parameters.get(name);
        if (parameter != null) {
            return parameter;
        }
        var pseudo = PSEUDO_PARAMETERS.get(name);
        if (pseudo != null) {
            return pseudo;
        }
        if (isResource(name)) {
            return name;
        }
        throw new TemplateException(place, "refers to " + name + ", which is no parameter and no resource");
    }

    /// A resource of the template, or one that SAM makes of a function or beside it ("Generated AWS CloudFormation
    /// resources", AWS SAM Developer Guide): `XRole`, `XAliasLIVE`, `X.Alias`, `X.Version`.
    private boolean isResource(String name) {
        return resources.containsKey(name)
                || name.equals("ServerlessHttpApi")
                || resources.entrySet().stream()
                        .filter(resource -> resource.getValue().equals("AWS::Serverless::Function"))
                        .map(Map.Entry::getKey)
                        .anyMatch(id -> name.equals(id + "Role")
                                || name.startsWith(id + "Alias")
                                || name.equals(id + ".Alias")
                                || name.equals(id + ".Version"));
    }

    private String attribute(List<?> arguments, String place) {
        var resource = text(arguments.get(0), place);
        var attribute = text(evaluate(arguments.get(1), place), place);
        if (!isResource(resource)) {
            throw new TemplateException(place, "takes an attribute of " + resource + ", which is no resource");
        }
        return attribute.equals("Arn")
                ? arn(resource).orElse(resource + ".Arn")
                : resource + "." + attribute; // only the cloud would know
    }

    private Optional<String> arn(String resource) {
        var here = REGION + ":" + ACCOUNT;
        return switch (resources.getOrDefault(resource, "")) {
            case "AWS::DynamoDB::Table" -> Optional.of("arn:aws:dynamodb:" + here + ":table/" + resource);
            case "AWS::IAM::Role" -> Optional.of("arn:aws:iam::" + ACCOUNT + ":role/" + resource);
            case "AWS::Lambda::Function", "AWS::Serverless::Function" ->
                Optional.of("arn:aws:lambda:" + here + ":function:" + resource);
            case "AWS::Logs::LogGroup" -> Optional.of("arn:aws:logs:" + here + ":log-group:" + resource + ":*");
            case "AWS::S3::Bucket" -> Optional.of("arn:aws:s3:::" + resource);
            default -> Optional.empty();
        };
    }

    private String substitute(Object argument, String place) {
        if (argument instanceof List<?> list) {
            var both = arguments(list, 2, "Fn::Sub", place);
            if (both.get(1) instanceof Map<?, ?> variables) {
                return substitute(text(both.get(0), place), map(variables, place), place);
            }
            throw new TemplateException(place, "Fn::Sub takes a text, or a text and a mapping");
        }
        return substitute(text(argument, place), Map.of(), place);
    }

    private String substitute(String text, Map<String, Object> variables, String place) {
        return VARIABLE.matcher(text).replaceAll(found -> {
            var name = found.group(2);
            if (!found.group(1).isEmpty()) {
                return Matcher.quoteReplacement("${" + name + "}"); // ${!Literal}
            }
            var own = variables.get(name);
            return Matcher.quoteReplacement((own != null ? own : variable(name, place)).toString());
        });
    }

    private Object variable(String name, String place) {
        return !name.contains(".") || isResource(name)
                ? reference(name, place)
                : attribute(Arrays.asList(name.split("\\.", 2)), place);
    }

    private Object choose(List<?> arguments, String place) {
        var holds = holds(text(arguments.get(0), place), place);
        return evaluate(arguments.get(holds ? 1 : 2), place);
    }

    private String join(List<?> arguments, String place) {
        return items(evaluate(arguments.get(1), place), "Fn::Join", place).stream()
                .map(Object::toString)
                .collect(Collectors.joining(text(arguments.get(0), place)));
    }

    private Object select(List<?> arguments, String place) {
        var index = Integer.parseInt(evaluate(arguments.get(0), place).toString());
        var items = items(evaluate(arguments.get(1), place), "Fn::Select", place);
        if (index < 0 || index >= items.size()) {
            throw new TemplateException(place, "Fn::Select takes item " + index + " of " + items.size());
        }
        return items.get(index);
    }

    private List<String> split(List<?> arguments, String place) {
        var text = evaluate(arguments.get(1), place).toString();
        return List.of(text.split(Pattern.quote(text(arguments.get(0), place)), -1));
    }

    private Object find(List<?> arguments, String place) {
        Object at = mappings;
        for (var argument : arguments) {
            var key = evaluate(argument, place).toString();
            if (!(at instanceof Map<?, ?> map) || !map.containsKey(key)) {
                throw new TemplateException(place, "Fn::FindInMap finds nothing for " + key);
            }
            at = evaluate(map.get(key), place);
        }
        return at;
    }

    private static List<?> arguments(Object argument, int count, String function, String place) {
        var items = items(argument, function, place);
        if (items.size() != count) {
            throw new TemplateException(place, function + " takes " + count + " arguments, not " + items.size());
        }
        return items;
    }

    private static List<?> items(Object argument, String function, String place) {
        if (argument instanceof List<?> items) {
            return items;
        }
        throw new TemplateException(place, function + " takes a list");
    }

    private static String text(Object argument, String place) {
        if (argument instanceof String text) {
            return text;
        }
        throw new TemplateException(place, "a text is needed here, not " + argument);
    }
}
