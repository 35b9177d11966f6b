package ykien.newsroom;

import java.util.Optional;
import ykien.comment.CommentId;
import ykien.http.Parameters;
import ykien.http.Request;
import ykien.http.Response;
import ykien.newsroom.page.BulkForm;
import ykien.newsroom.page.ListQuery;
import ykien.newsroom.page.NewsroomPages;
import ykien.newsroom.page.Notice;
import ykien.newsroom.page.ShownComment;
import ykien.signin.Desk;
import ykien.signin.Session;

/// One page of comments: the queue, if the query says nothing else. After a decision the query says which comment it
/// was about; what was decided, the page reads in the table.
final class ListComments implements Desk.Work {
    /// Far more than a page has.
    private static final int MOST_DECIDED = 999;

    private final CommentLists lists;
    private final Review review;
    private final NewsroomPages pages;

    ListComments(CommentLists lists, Review review, NewsroomPages pages) {
        this.lists = lists;
        this.review = review;
        this.pages = pages;
    }

    @Override
    public Response answer(Request request, Session session) {
        var parameters = request.queryParameters();
        var query = ListQuery.of(parameters);
        return pages.list(lists.page(request, session, query, notice(parameters), BulkForm.EMPTY));
    }

    private Notice notice(Parameters parameters) {
        return done(parameters)
                .flatMap(review::find)
                .map(ShownComment::comment)
                .filter(comment -> comment.standing().latest().isPresent())
                .<Notice>map(Notice.Done::new)
                .or(() -> parameters
                        .one("decided")
                        .flatMap(BulkForm::version)
                        .filter(number -> number <= MOST_DECIDED)
                        .map(Notice.Decided::new))
                .orElseGet(Notice.None::new);
    }

    private static Optional<CommentId> done(Parameters parameters) {
        return parameters.one("done").flatMap(CommentId::parse);
    }
}
