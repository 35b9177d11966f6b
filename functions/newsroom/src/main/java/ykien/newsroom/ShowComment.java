package ykien.newsroom;

import java.util.Optional;
import ykien.http.Request;
import ykien.http.Response;
import ykien.newsroom.page.CommentPage;
import ykien.newsroom.page.NewsroomPages;
import ykien.newsroom.page.Notice;
import ykien.signin.Desk;
import ykien.signin.Session;

/// One comment, with all that can be done about it.
final class ShowComment implements Desk.Work {
    private final Review review;
    private final NewsroomPages pages;

    ShowComment(Review review, NewsroomPages pages) {
        this.review = review;
        this.pages = pages;
    }

    @Override
    public Response answer(Request request, Session session) {
        var id = Review.id(request);
        var done = request.queryParameters().one("done").equals(Optional.of(id.value()));
        var shown = review.comment(id);
        var page = CommentPage.of(pages.frame(request, session, shown), shown, review.reports(shown));
        return pages.comment(
                done && shown.comment().standing().latest().isPresent()
                        ? page.telling(new Notice.Done(shown.comment()))
                        : page);
    }
}
