package ykien.local;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.NativeObject;
import org.mozilla.javascript.Scriptable;
import org.mozilla.javascript.ScriptableObject;

/// A CloudFront Function for viewer requests ("CloudFront Functions event structure", Amazon CloudFront
/// Developer Guide), run by an interpreter of ECMAScript that knows no more than CloudFront's runtime does:
/// no file, no network.
final class EdgeFunction {
    private final Scriptable scope;
    private final Function handler;

    /// @param code the text that template.yaml has under `FunctionCode`
    EdgeFunction(String code) {
        try (var context = Context.enter()) {
            scope = context.initSafeStandardObjects();
            context.evaluateString(scope, code, "FunctionCode", 1, null);
            handler = (Function) ScriptableObject.getProperty(scope, "handler");
        }
    }

    /// The headers that go on, after the function has seen the request.
    ///
    /// @param headers values by name in lower case; a field that was sent more than once has several
    Map<String, String> headers(String method, Map<String, List<String>> headers) {
        try (var context = Context.enter()) {
            var fields = context.newObject(scope);
            headers.forEach((name, values) -> put(fields, name, field(context, values)));
            var request = context.newObject(scope);
            put(request, "method", method);
            put(request, "uri", "/");
            put(request, "headers", fields);
            var event = context.newObject(scope);
            put(event, "request", request);
            var returned = (Scriptable) handler.call(context, scope, scope, new Object[] {event});
            return values((NativeObject) ScriptableObject.getProperty(returned, "headers"));
        }
    }

    private Scriptable field(Context context, List<String> values) {
        var field = context.newObject(scope);
        put(field, "value", values.getFirst());
        if (values.size() > 1) {
            var all = values.stream().map(value -> field(context, List.of(value)));
            put(field, "multiValue", context.newArray(scope, all.toArray()));
        }
        return field;
    }

    private static Map<String, String> values(NativeObject fields) {
        var values = new TreeMap<String, String>();
        for (var name : fields.getIds()) {
            var field = (Scriptable) ScriptableObject.getProperty(fields, name.toString());
            var several = ScriptableObject.getProperty(field, "multiValue");
            values.put(name.toString(), several instanceof List<?> all ? joined(all) : value(field));
        }
        return values;
    }

    private static String joined(List<?> fields) {
        return String.join(
                ",", fields.stream().map(field -> value((Scriptable) field)).toList());
    }

    private static String value(Scriptable field) {
        return ScriptableObject.getProperty(field, "value").toString();
    }

    private static void put(Scriptable object, String name, Object value) {
        ScriptableObject.putProperty(object, name, value);
    }
}
