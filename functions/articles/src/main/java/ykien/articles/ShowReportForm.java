package ykien.articles;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import ykien.article.PublishedArticles;
import ykien.article.Slug;
import ykien.comment.CommentId;
import ykien.comment.PublicComment;
import ykien.comment.PublicComments;
import ykien.comment.UnknownComment;
import ykien.http.Action;
import ykien.http.Refusal;
import ykien.http.Request;
import ykien.http.Response;
import ykien.page.Pages;

/// The form "Báo vi phạm" for one comment: two reads, or one where the address does not say when the comment was sent.
/// It is the same for every reader, and a form for people alone.
final class ShowReportForm implements Action {
    private final PublishedArticles articles;
    private final PublicComments comments;
    private final Pages pages;
    private final ZoneId zone;

    ShowReportForm(PublishedArticles articles, PublicComments comments, Pages pages, ZoneId zone) {
        this.articles = articles;
        this.comments = comments;
        this.pages = pages;
        this.zone = zone;
    }

    @Override
    public Response answer(Request request) {
        var at = request.queryParameters().one("at");
        var id = CommentId.parse(request.pathParameter("id")).orElseThrow(ShowReportForm::unknown);
        var article = Lists.article(request, articles);
        var comment = at.map(it -> comment(article.slug(), id, it));
        return Lists.shared(pages.report(zone, article, id, comment)).withHeader("x-robots-tag", "noindex");
    }

    private PublicComment comment(Slug article, CommentId id, String at) {
        try {
            return comments.one(article, id, Instant.parse(at)).orElseThrow(ShowReportForm::unknown);
        } catch (DateTimeException _) {
            throw unknown();
        }
    }

    private static Refusal unknown() {
        return new Refusal(UnknownComment.PROBLEM);
    }
}
