package ykien.articles;

import java.time.ZoneId;
import ykien.article.PublishedArticles;
import ykien.http.Action;
import ykien.http.Request;
import ykien.http.Response;
import ykien.page.Dates;
import ykien.page.Pages;

/// The newest articles: one query.
final class ShowFrontPage implements Action {
    private final PublishedArticles articles;
    private final Pages pages;
    private final ZoneId zone;

    ShowFrontPage(PublishedArticles articles, Pages pages, ZoneId zone) {
        this.articles = articles;
        this.pages = pages;
        this.zone = zone;
    }

    @Override
    public Response answer(Request request) {
        var after = Lists.cursor(request);
        var cards = articles.latest(after);
        var response = request.prefersJson()
                ? ArticleJson.list("/", cards, new Dates(zone))
                : pages.front(request, zone, after.isEmpty(), cards);
        return Lists.shared(response);
    }
}
