package ykien.comment;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ykien.article.Slug;
import ykien.http.Fault;

/// What a reader chose and typed in the form "Báo vi phạm", as it came in. The words may hold personal data of others,
/// and print as such.
///
/// @param reason the key of a [ReportReason]
/// @param answer to the captcha
/// @param token the seal that the form carried along; empty text where the cookie alone has it
public record ReportDraft(String reason, String words, String answer, String token) {
    /// How long the words may be, in code points.
    public static final int LONGEST_WORDS = 1000;

    /// The empty form.
    public static final ReportDraft EMPTY = new ReportDraft("", "", "", "");

    /// All that is wrong with it, in the order of the form; empty if nothing is. Whether the answer is right is not
    /// asked here, only whether there is one.
    public List<Fault> faults() {
        var faults = new ArrayList<Fault>();
        var chosen = ReportReason.of(reason);
        if (chosen.isEmpty()) {
            faults.add(new Fault(
                    "reason",
                    reason.isEmpty() ? "Chưa chọn lý do." : "Không có lý do nào như vậy.",
                    "Hãy chọn một lý do trong danh sách."));
        }
        var mustBeSaid = chosen.equals(Optional.of(ReportReason.OTHER));
        if (!mustBeSaid
                || FieldRules.required("words", "Lời giải thích", "Lý do khác thì cần vài lời.", words, faults)) {
            FieldRules.text("words", "Lời giải thích", words, LONGEST_WORDS, faults);
        }
        FieldRules.answer(answer, faults);
        return faults;
    }

    /// The report that this is.
    ///
    /// @param now is cut to the millisecond
    /// @throws IllegalStateException if there are faults
    public Report report(CommentId comment, Slug article, Instant now) {
        if (!faults().isEmpty()) {
            throw new IllegalStateException("a draft with faults is no report; ask for faults() first");
        }
        var at = now.truncatedTo(ChronoUnit.MILLIS);
        var text = PlainText.of(words);
        return new Report(
                ReportId.at(at),
                comment,
                article,
                at,
                ReportReason.of(reason).orElseThrow(),
                text.isBlank() ? Optional.empty() : Optional.of(text.value()));
    }

    /// The same as a page can show it: U+FFFD stands for what is no text, so that whoever typed it finds it.
    public ReportDraft showable() {
        return new ReportDraft(reason, PlainText.showable(words), PlainText.showable(answer), token);
    }

    /// The same with this answer typed.
    public ReportDraft withAnswer(String typed) {
        return new ReportDraft(reason, words, typed, token);
    }

    @Override
    public String toString() {
        return "ReportDraft[hidden]";
    }
}
