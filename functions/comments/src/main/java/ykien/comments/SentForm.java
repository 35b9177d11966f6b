package ykien.comments;

import java.util.Set;
import java.util.function.UnaryOperator;
import ykien.comment.Draft;
import ykien.http.JsonBody;
import ykien.http.Parameters;
import ykien.http.Request;

/// What a request's body holds: the fields of the form, as a form or as JSON, and which button was pressed.
///
/// @param renew whether another picture is asked for, and nothing is to be sent yet
record SentForm(Draft draft, boolean renew) {
    static final String FORM = "application/x-www-form-urlencoded";
    static final String JSON = "application/json";

    private static final Set<String> FIELDS = Set.of("title", "name", "email", "phone", "answer", "content", "token");

    /// Reads a form or JSON, whichever the request says it is.
    ///
    /// @throws ykien.http.Refusal with status 400 if it is not well formed, or has a field twice
    static SentForm read(Request request) {
        if (request.contentType().equals(JSON)) {
            var texts = JsonBody.texts(request.body(), FIELDS);
            return new SentForm(draft(name -> texts.getOrDefault(name, "")), false);
        }
        var form = Parameters.decode(request.body().utf8());
        return new SentForm(
                draft(name -> form.one(name).orElse("")),
                form.one("do").filter("renew"::equals).isPresent());
    }

    private static Draft draft(UnaryOperator<String> typed) {
        return new Draft(
                typed.apply("title"),
                typed.apply("name"),
                typed.apply("email"),
                typed.apply("phone"),
                typed.apply("answer"),
                typed.apply("content"),
                typed.apply("token"));
    }
}
