package ykien.articles;

import java.time.ZoneId;
import java.util.Optional;
import ykien.article.PublishedArticles;
import ykien.comment.PublicComments;
import ykien.http.Action;
import ykien.http.Request;
import ykien.http.Response;
import ykien.page.Dates;
import ykien.page.Pages;
import ykien.page.Thanks;

/// One article. Its page is two reads, the article and its newest comments; as JSON it is one.
final class ShowArticle implements Action {
    private final PublishedArticles articles;
    private final PublicComments comments;
    private final Pages pages;
    private final ZoneId zone;

    ShowArticle(PublishedArticles articles, PublicComments comments, Pages pages, ZoneId zone) {
        this.articles = articles;
        this.comments = comments;
        this.pages = pages;
        this.zone = zone;
    }

    @Override
    public Response answer(Request request) {
        var thanks = Thanks.of(request.queryParameters().one("sent"));
        var article = Lists.article(request, articles);
        if (request.prefersJson()) {
            return Lists.shared(ArticleJson.article(article, new Dates(zone)));
        }
        var newest = comments.under(article.slug(), Optional.empty());
        return Lists.shared(pages.article(request, zone, article, newest, thanks));
    }
}
