package ykien.comments;

import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import ykien.challenge.Work;
import ykien.comment.Draft;
import ykien.http.JsonBody;
import ykien.http.Parameters;
import ykien.http.Request;

/// What a request's body holds: the fields of the form, as a form or as JSON, and which button was pressed.
///
/// @param work what a script found, see [ykien.challenge.Work]; empty text where it is none: work that is missing or
/// garbled is no fault
/// @param renew whether another picture is asked for, and nothing is to be sent yet
record SentForm(Draft draft, String work, boolean renew) {
    static final String FORM = "application/x-www-form-urlencoded";
    static final String JSON = "application/json";

    private static final Set<String> FIELDS =
            Set.of("title", "name", "email", "phone", "answer", "content", "token", "work");

    /// A key in hexadecimal.
    private static final Pattern FOUND = Pattern.compile("[0-9a-f]{" + 2 * Work.KEY_LENGTH + "}");

    /// Reads a form or JSON, whichever the request says it is.
    ///
    /// @throws ykien.http.Refusal with status 400 if it is not well formed, or has a field twice
    static SentForm read(Request request) {
        if (request.contentType().equals(JSON)) {
            var texts = JsonBody.texts(request.body(), FIELDS);
            return form(name -> texts.getOrDefault(name, ""), false);
        }
        var form = Parameters.decode(request.body().utf8());
        return form(
                name -> form.one(name).orElse(""),
                form.one("do").filter("renew"::equals).isPresent());
    }

    private static SentForm form(UnaryOperator<String> sent, boolean renew) {
        var work = sent.apply("work");
        return new SentForm(draft(sent), FOUND.matcher(work).matches() ? work : "", renew);
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
