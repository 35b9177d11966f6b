package ykien.cloud;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// JSON as Java's own values: [Map] in the order of the text, [List], [String], [Number], [Boolean], null.
public final class Json {
    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    /// The one value that this JSON holds.
    ///
    /// @throws IllegalArgumentException if it is not JSON, or something follows the value
    public static @Nullable Object read(byte[] json) {
        try (var parser = FACTORY.createParser(json)) {
            parser.nextToken();
            var value = value(parser);
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException("more than one JSON value");
            }
            return value;
        } catch (IOException e) {
            throw new IllegalArgumentException("not JSON: " + e.getMessage(), e);
        }
    }

    /// The value at a path of names and indexes: `Json.at(response.json(), "faults", 0, "field")`.
    ///
    /// @throws IllegalArgumentException if there is none, or null
    public static Object at(@Nullable Object json, Object... path) {
        var at = json;
        for (var step : path) {
            at = switch (at) {
                case Map<?, ?> object -> object.get(step);
                case List<?> array when step instanceof Integer index && index < array.size() -> array.get(index);
                case null, default -> null;
            };
        }
        if (at == null) {
            throw new IllegalArgumentException("nothing at " + List.of(path) + " in " + json);
        }
        return at;
    }

    /// Something that writes JSON.
    @FunctionalInterface
    interface Writer {
        void write(JsonGenerator to) throws IOException;
    }

    static byte[] write(Writer writer) {
        var bytes = new ByteArrayOutputStream();
        try (var generator = FACTORY.createGenerator(bytes)) {
            writer.write(generator);
        } catch (IOException e) {
            throw new UncheckedIOException("JSON into memory", e);
        }
        return bytes.toByteArray();
    }

    private static @Nullable Object value(JsonParser at) throws IOException {
        return switch (at.currentToken()) {
            case START_OBJECT -> object(at);
            case START_ARRAY -> array(at);
            case VALUE_STRING -> at.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> at.getNumberValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case null, default -> throw new IllegalArgumentException("no JSON value");
        };
    }

    private static Map<String, @Nullable Object> object(JsonParser at) throws IOException {
        var object = new LinkedHashMap<String, @Nullable Object>();
        while (at.nextToken() == JsonToken.FIELD_NAME) {
            var name = at.currentName();
            at.nextToken();
            object.put(name, value(at));
        }
        return object;
    }

    private static List<@Nullable Object> array(JsonParser at) throws IOException {
        var array = new ArrayList<@Nullable Object>();
        while (at.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(at));
        }
        return array;
    }
}
