package ykien.newsroom;

import java.util.function.UnaryOperator;
import ykien.comment.CommentId;
import ykien.http.Request;
import ykien.http.Response;
import ykien.moderation.Outcome;
import ykien.newsroom.page.Back;
import ykien.newsroom.page.CommentPage;
import ykien.newsroom.page.NewsroomPages;
import ykien.newsroom.page.Notice;
import ykien.signin.Session;

/// What somebody is told after a form about one comment.
final class Answers {
    private final Review review;
    private final NewsroomPages pages;

    Answers(Review review, NewsroomPages pages) {
        this.review = review;
        this.pages = pages;
    }

    /// Done: back to where the form stood. Else the comment as it is now, with all that was typed.
    ///
    /// @param typed puts into the page what was typed
    Response told(Outcome outcome, Request request, Session session, Back back, UnaryOperator<CommentPage> typed) {
        return switch (outcome) {
            case Outcome.Decided decided -> Response.seeOther(back.telling(decided.comment()));
            case Outcome.Needless needless -> Response.seeOther(back.telling(needless.comment()));
            case Outcome.Already already ->
                pages.comment(typed.apply(page(request, session, already.comment(), back))
                                .telling(new Notice.Late()))
                        .withStatus(409);
            case Outcome.Busy(var id) ->
                pages.comment(typed.apply(page(request, session, id, back)).telling(new Notice.Busy()))
                        .withStatus(503)
                        .withHeader("retry-after", "1");
            case Outcome.Unknown _ -> throw Review.unknown();
        };
    }

    /// The comment once more, with what was typed and what is wrong with it.
    Response faulty(Request request, Session session, CommentId id, Back back, UnaryOperator<CommentPage> typed) {
        return pages.comment(typed.apply(page(request, session, id, back))).withStatus(422);
    }

    private CommentPage page(Request request, Session session, CommentId id, Back back) {
        var shown = review.comment(id);
        return CommentPage.of(pages.frame(request, session, shown), shown, review.reports(shown))
                .leadingTo(back);
    }
}
