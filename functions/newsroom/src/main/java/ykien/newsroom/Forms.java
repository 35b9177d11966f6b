package ykien.newsroom;

import ykien.decisionlog.Actor;
import ykien.http.Parameters;
import ykien.http.Problem;
import ykien.http.Refusal;
import ykien.newsroom.page.BulkForm;
import ykien.signin.Person;

/// What the actions that take a form have in common: its fields, and who sends it.
final class Forms {
    private static final Problem BUSY = Problem.of(
            503,
            "busy",
            "Chưa ghi được",
            "Lúc này có quá nhiều quyết định cùng được ghi, nên chưa có gì thay đổi. Hãy làm lại sau giây lát.");

    private Forms() {}

    /// The version of what the form was shown with.
    ///
    /// @throws Refusal with status 400 if it says none
    static long version(Parameters form) {
        return form.one("version").flatMap(BulkForm::version).orElseThrow(Forms::noVersion);
    }

    static Refusal noVersion() {
        return Refusal.badRequest("Thiếu “version”, hoặc đó không phải là một số.", "Hãy mở lại trang rồi gửi lại.");
    }

    /// What a button says that is pressed for one of two things.
    ///
    /// @throws Refusal with status 400 if it says neither
    static boolean isYes(Parameters form, String field) {
        return switch (form.one(field).orElse("")) {
            case "yes" -> true;
            case "no" -> false;
            default ->
                throw Refusal.badRequest("“" + field + "” phải là yes hoặc no.", "Hãy mở lại trang rồi bấm nút.");
        };
    }

    /// How the log and the comments name whoever acts.
    static Actor actor(Person person) {
        return Actor.named(person.subject(), person.name());
    }

    /// Too many decide at this very moment.
    static Refusal busy() {
        return new Refusal(BUSY);
    }
}
