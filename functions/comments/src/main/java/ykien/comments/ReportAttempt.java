package ykien.comments;

import java.util.List;
import java.util.Optional;
import ykien.article.Article;
import ykien.challenge.CaptchaCookie;
import ykien.challenge.Challenge;
import ykien.comment.CommentId;
import ykien.comment.ReportDraft;
import ykien.http.Fault;
import ykien.http.Request;
import ykien.limit.Source;
import ykien.page.ReportForm;

/// One reader's attempt to report a comment.
///
/// @param comment that is reported, if there is one of that id
record ReportAttempt(
        Request request,
        Source source,
        Article article,
        CommentId comment,
        ReportDraft draft,
        Optional<String> seal,
        Optional<Challenge> challenge)
        implements Answering {
    /// The seal with which this browser has sent something before. A form that carries its own token is not asked: it
    /// belongs to the picture that it shows.
    Optional<String> sentBefore() {
        return draft.token().isEmpty() ? CaptchaCookie.sent(request) : Optional.empty();
    }

    @Override
    public ReportForm form(List<Fault> faults, Optional<String> token, boolean renewed) {
        return new ReportForm(article.slug(), comment, draft.showable(), faults, token, renewed);
    }

    @Override
    public String muchOf() {
        return "báo vi phạm hoặc ý kiến gửi từ mạng của bạn";
    }

    @Override
    public String toString() {
        return "ReportAttempt[hidden]";
    }
}
