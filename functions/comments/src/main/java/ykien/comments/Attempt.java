package ykien.comments;

import java.util.List;
import java.util.Optional;
import ykien.article.Article;
import ykien.challenge.CaptchaCookie;
import ykien.challenge.Challenge;
import ykien.comment.Draft;
import ykien.http.Fault;
import ykien.http.Request;
import ykien.limit.Source;
import ykien.page.CommentForm;

/// One reader's attempt to send a comment under an article.
///
/// @param source where it comes from
/// @param seal that came along, in the form or the cookie
/// @param work that a script says it has done for the seal; empty text for none
/// @param challenge that the seal held; empty where none came along or it does not open
record Attempt(
        Request request,
        Source source,
        Article article,
        Draft draft,
        String work,
        Optional<String> seal,
        Optional<Challenge> challenge)
        implements Answering {
    @Override
    public CommentForm form(List<Fault> faults, Optional<String> token, boolean renewed) {
        return new CommentForm(article.slug(), draft.showable(), faults, token, renewed);
    }

    @Override
    public String muchOf() {
        return "ý kiến gửi từ mạng hoặc email của bạn";
    }

    /// The seal with which this browser has sent a comment before. A form that carries its own token is not asked: it
    /// belongs to the picture that it shows.
    Optional<String> sentBefore() {
        return draft.token().isEmpty() ? CaptchaCookie.sent(request) : Optional.empty();
    }

    @Override
    public String toString() {
        return "Attempt[hidden]";
    }
}
