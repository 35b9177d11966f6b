package ykien.comments;

import java.util.Set;
import java.util.function.UnaryOperator;
import ykien.comment.ReportDraft;
import ykien.http.JsonBody;
import ykien.http.Parameters;
import ykien.http.Request;

/// What the body of a report holds: the fields of the form "Báo vi phạm", as a form or as JSON, and which button was
/// pressed.
///
/// @param renew whether another picture is asked for, and nothing is to be sent yet
record SentReport(ReportDraft draft, boolean renew) {
    private static final Set<String> FIELDS = Set.of("reason", "words", "answer", "token");

    /// Reads a form or JSON, whichever the request says it is.
    ///
    /// @throws ykien.http.Refusal with status 400 if it is not well formed, or has a field twice
    static SentReport read(Request request) {
        if (request.contentType().equals(SentForm.JSON)) {
            var texts = JsonBody.texts(request.body(), FIELDS);
            return new SentReport(draft(name -> texts.getOrDefault(name, "")), false);
        }
        var form = Parameters.decode(request.body().utf8());
        return new SentReport(
                draft(name -> form.one(name).orElse("")),
                form.one("do").filter("renew"::equals).isPresent());
    }

    private static ReportDraft draft(UnaryOperator<String> sent) {
        return new ReportDraft(sent.apply("reason"), sent.apply("words"), sent.apply("answer"), sent.apply("token"));
    }
}
