package ykien.articles;

import java.time.ZoneId;
import ykien.article.PublishedArticles;
import ykien.comment.PublicComments;
import ykien.http.Action;
import ykien.http.Request;
import ykien.http.Response;
import ykien.page.Dates;
import ykien.page.Pages;

/// One page of the comments under an article: two reads.
final class ListComments implements Action {
    private final PublishedArticles articles;
    private final PublicComments comments;
    private final Pages pages;
    private final ZoneId zone;

    ListComments(PublishedArticles articles, PublicComments comments, Pages pages, ZoneId zone) {
        this.articles = articles;
        this.comments = comments;
        this.pages = pages;
        this.zone = zone;
    }

    @Override
    public Response answer(Request request) {
        var after = Lists.cursor(request);
        var article = Lists.article(request, articles);
        var page = comments.under(article.slug(), after);
        var response = request.prefersJson()
                ? CommentJson.list(article.card(), page, new Dates(zone))
                : pages.comments(zone, article, after, page);
        return Lists.shared(response).withHeader("x-robots-tag", "noindex");
    }
}
