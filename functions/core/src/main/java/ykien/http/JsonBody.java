package ykien.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// A request's JSON body, as far as our forms go: one object whose members are texts.
public final class JsonBody {
    private static final JsonFactory STRICT = JsonFactory.builder()
            .enable(com.fasterxml.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private JsonBody() {}

    /// The members of these names. One that is null, or not there, is left out; others are passed over.
    ///
    /// @throws Refusal with status 400 if the body is not one JSON object in UTF-8, has a member twice, or one of
    /// these names has a value that is no text
    public static Map<String, String> texts(Body body, Set<String> names) {
        return members(body, names, Set.of());
    }

    /// The same, with some members that are whole numbers; as they are written.
    ///
    /// @throws Refusal with status 400 likewise, or if one of `numbers` has a value that is no whole number
    public static Map<String, String> members(Body body, Set<String> names, Set<String> numbers) {
        try (var json = STRICT.createParser(body.utf8())) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw wrong("Dữ liệu gửi lên không phải là một đối tượng JSON.");
            }
            var texts = new HashMap<String, String>();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                member(json, names, numbers, texts);
            }
            if (json.nextToken() != null) {
                throw wrong("Sau đối tượng JSON còn dữ liệu thừa.");
            }
            return texts;
        } catch (JsonParseException e) {
            var what = e.getOriginalMessage().startsWith("Duplicate field")
                    ? "JSON có một trường hai lần"
                    : "JSON không hợp lệ";
            throw wrong(what + " ở dòng " + e.getLocation().getLineNr() + ", cột "
                    + e.getLocation().getColumnNr() + ".");
        } catch (IOException _) {
            throw wrong("JSON không đọc được.");
        }
    }

    private static void member(JsonParser json, Set<String> names, Set<String> numbers, Map<String, String> texts)
            throws IOException {
        var name = json.currentName();
        var value = json.nextToken();
        if (numbers.contains(name)) {
            if (value != JsonToken.VALUE_NUMBER_INT) {
                throw wrong("Giá trị của “" + name + "” không phải là số nguyên.");
            }
            texts.put(name, json.getText());
        } else if (!names.contains(name)) {
            json.skipChildren();
        } else if (value == JsonToken.VALUE_STRING) {
            texts.put(name, json.getText());
        } else if (value != JsonToken.VALUE_NULL) {
            throw wrong("Giá trị của “" + name + "” không phải là chuỗi ký tự.");
        }
    }

    private static Refusal wrong(String what) {
        return Refusal.badRequest(what, "Hãy xem mô tả ở /openapi.json.");
    }
}
