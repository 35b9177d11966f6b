package ykien.newsroom;

import java.util.Optional;
import java.util.function.Function;
import ykien.http.Fault;
import ykien.http.Refusal;
import ykien.moderation.Decision;
import ykien.moderation.Note;
import ykien.moderation.Reason;
import ykien.newsroom.page.RefusalForm;
import ykien.newsroom.page.Words;

/// What somebody wants to decide about a comment, as a form or a program sends it.
sealed interface SentDecision {
    /// The field that names the decision.
    String FIELD = "decision";

    /// It can be carried out.
    record Complete(Decision decision, RefusalForm form) implements SentDecision {}

    /// It is a refusal, and its reason is missing or too long.
    record Faulty(RefusalForm form) implements SentDecision {}

    /// Reads it.
    ///
    /// @param field the value of a field; empty for one that was not sent
    /// @throws Refusal with status 400 if there is no such decision, which no form of ours sends
    static SentDecision read(Function<String, Optional<String>> field, Words words) {
        var decision = field.apply(FIELD).orElse("");
        return switch (decision) {
            case "approve" -> new Complete(new Decision.Approve(), RefusalForm.EMPTY);
            case "keep" -> new Complete(new Decision.Keep(), RefusalForm.EMPTY);
            case "spam" -> new Complete(new Decision.Spam(), RefusalForm.EMPTY);
            case "undo" -> new Complete(new Decision.Undo(), RefusalForm.EMPTY);
            case "refuse" -> refusal(field, words);
            default ->
                throw Refusal.badRequest(
                        "“decision” phải là approve, refuse, spam, undo hoặc keep.", "Hãy mở lại trang rồi bấm nút.");
        };
    }

    private static SentDecision refusal(Function<String, Optional<String>> field, Words words) {
        var typed = new RefusalForm(
                field.apply(RefusalForm.REASON_FIELD).orElse(""),
                field.apply(RefusalForm.NOTE_FIELD).orElse(""),
                Optional.empty());
        var note = Note.typed(typed.note());
        // Words of one's own are another reason: nobody has to look for it in the list first.
        var reason = Reason.of(typed.reason())
                .or(() -> typed.reason().isEmpty() && !note.isBlank() ? Optional.of(Reason.OTHER) : Optional.empty());
        return fault(reason, note, words)
                .<SentDecision>map(fault -> new Faulty(typed.with(fault)))
                .orElseGet(() -> new Complete(new Decision.Refuse(reason.orElseThrow(), note), typed));
    }

    private static Optional<Fault> fault(Optional<Reason> reason, Note note, Words words) {
        if (reason.isEmpty()) {
            return fault(RefusalForm.REASON_FIELD, words.say("fault.reason"), words.say("fault.reason-remedy"));
        }
        if (note.length() > Note.LONGEST) {
            var wrong = words.say("fault.note-long", note.length(), Note.LONGEST);
            return fault(RefusalForm.NOTE_FIELD, wrong, words.say("fault.shorten"));
        }
        return reason.get() == Reason.OTHER && note.isBlank()
                ? fault(RefusalForm.NOTE_FIELD, words.say("fault.note"), words.say("fault.note-remedy"))
                : Optional.empty();
    }

    private static Optional<Fault> fault(String field, String wrong, String remedy) {
        return Optional.of(new Fault(field, wrong, remedy));
    }
}
