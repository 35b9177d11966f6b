package ykien.page;

import java.util.List;
import java.util.Optional;
import ykien.article.Slug;
import ykien.comment.CommentId;
import ykien.comment.ReportDraft;
import ykien.comment.ReportReason;
import ykien.http.Fault;

/// The form "Báo vi phạm" with what was chosen and typed, and what is wrong with it.
///
/// @param comment that is reported
/// @param token the seal that the form carries along; empty: the cookie has it
/// @param renewed whether it comes back because another picture was asked for
public record ReportForm(
        Slug article, CommentId comment, ReportDraft draft, List<Fault> faults, Optional<String> token, boolean renewed)
        implements Form {
    /// The form as its page has it: the same for every reader.
    public static ReportForm empty(Slug article, CommentId comment) {
        return new ReportForm(article, comment, ReportDraft.EMPTY, List.of(), Optional.empty(), false);
    }

    /// What can be chosen from.
    public List<ReportReason> reasons() {
        return List.of(ReportReason.values());
    }

    /// Whether this reason was chosen.
    public boolean isChosen(ReportReason reason) {
        return reason.key().equals(draft.reason());
    }

    @Override
    public String heading() {
        return "Báo vi phạm";
    }

    @Override
    public String anchor() {
        return "bao-vi-pham";
    }

    @Override
    public String action() {
        return "/articles/" + article.value() + "/comments/" + comment.value() + "/reports";
    }

    @Override
    public String answer() {
        return draft.answer();
    }

    @Override
    public String text() {
        return draft.words();
    }

    @Override
    public ReportForm withoutAnswer() {
        return new ReportForm(article, comment, draft.withAnswer(""), faults, token, renewed);
    }
}
