package ykien.comments;

import java.util.Map;
import java.util.Set;
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
            return new SentForm(draft(JsonBody.texts(request.body(), FIELDS)), false);
        }
        var form = Parameters.decode(request.body().utf8());
        var draft = new Draft(
                form.one("title").orElse(""),
                form.one("name").orElse(""),
                form.one("email").orElse(""),
                form.one("phone").orElse(""),
                form.one("answer").orElse(""),
                form.one("content").orElse(""),
                form.one("token").orElse(""));
        return new SentForm(draft, form.one("do").filter("renew"::equals).isPresent());
    }

    private static Draft draft(Map<String, String> texts) {
        return new Draft(
                texts.getOrDefault("title", ""),
                texts.getOrDefault("name", ""),
                texts.getOrDefault("email", ""),
                texts.getOrDefault("phone", ""),
                texts.getOrDefault("answer", ""),
                texts.getOrDefault("content", ""),
                texts.getOrDefault("token", ""));
    }
}
