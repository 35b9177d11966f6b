package ykien.newsroom;

import ykien.http.Parameters;
import ykien.http.Request;
import ykien.http.Response;
import ykien.moderation.LogBusy;
import ykien.moderation.Moderation;
import ykien.newsroom.page.CommentPage;
import ykien.newsroom.page.NewsroomPages;
import ykien.signin.Desk;
import ykien.signin.Session;

/// Shows how to reach whoever sent a comment. That this person asked stands in the log before anything is shown; and
/// the answer is the page itself, so that the address stands in no history.
final class ShowContact implements Desk.FormWork {
    private final Moderation moderation;
    private final Review review;
    private final NewsroomPages pages;

    ShowContact(Moderation moderation, Review review, NewsroomPages pages) {
        this.moderation = moderation;
        this.review = review;
        this.pages = pages;
    }

    @Override
    public Response answer(Request request, Session session, Parameters form) {
        var id = Review.id(request);
        try {
            var contact = moderation.contact(id, Forms.actor(session.person())).orElseThrow(Review::unknown);
            var shown = review.comment(id);
            return pages.comment(CommentPage.of(pages.frame(request, session, shown), shown, review.reports(shown))
                    .with(contact));
        } catch (LogBusy _) {
            throw Forms.busy();
        }
    }
}
