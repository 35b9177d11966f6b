package ykien.comments;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import ykien.challenge.Challenges.Issued;
import ykien.http.Json;

/// What a reader types into the form, field by field. It never changes: each method gives a new one.
record Typed(SequencedMap<String, String> fields) {
    /// The fields that a reader sees, in the order of the form.
    static final List<String> SHOWN = List.of("title", "name", "email", "phone", "answer", "content");

    /// Nothing typed yet.
    static final Typed NOTHING = new Typed(new LinkedHashMap<>());

    Typed {
        fields = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
    }

    /// A comment without a fault, but for the answer, which is still to be typed.
    static Typed comment() {
        return NOTHING.with("title", "Một lời cảm ơn")
                .with("name", "Nguyễn Thị Hoa")
                .with("email", "hoa.nguyen@vidu.vn")
                .with("phone", "0912 345 678")
                .with("content", "Bài viết rất hay.\nTôi đã đọc hai lần.");
    }

    /// A report without a fault, but for the answer, which is still to be typed.
    static Typed report() {
        return NOTHING.with("reason", "personal-data").with("words", "Có số điện thoại\ncủa người khác.");
    }

    Typed with(String field, String text) {
        var more = new LinkedHashMap<>(fields);
        more.put(field, text);
        return new Typed(more);
    }

    Typed without(String field) {
        var fewer = new LinkedHashMap<>(fields);
        fewer.remove(field);
        return new Typed(fewer);
    }

    /// With the right answer to this challenge.
    Typed answering(Issued issued) {
        return with("answer", issued.challenge().answer().symbols());
    }

    /// With what this challenge's sound says.
    Typed hearing(Issued issued) {
        return with("answer", issued.challenge().spoken().digits());
    }

    /// With an answer to this challenge that is not right.
    Typed mistaking(Issued issued) {
        var right = issued.challenge().answer().symbols();
        return with("answer", (right.startsWith("A") ? "C" : "A") + right.substring(1));
    }

    /// With the challenge's token in the form's hidden field.
    Typed carrying(Issued issued) {
        return with("token", issued.seal());
    }

    String get(String field) {
        return fields.getOrDefault(field, "");
    }

    /// What a form shows of it: each field, and neither token nor button.
    Typed shown() {
        var shown = NOTHING;
        for (var field : SHOWN) {
            shown = shown.with(field, get(field));
        }
        return shown;
    }

    String json() {
        return Json.body(to -> {
                    to.writeStartObject();
                    for (var field : fields.entrySet()) {
                        to.writeStringField(field.getKey(), field.getValue());
                    }
                    to.writeEndObject();
                })
                .utf8();
    }
}
