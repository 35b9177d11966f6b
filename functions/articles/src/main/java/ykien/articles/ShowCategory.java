package ykien.articles;

import java.time.ZoneId;
import ykien.article.PublishedArticles;
import ykien.article.Slug;
import ykien.http.Action;
import ykien.http.Problem;
import ykien.http.Refusal;
import ykien.http.Request;
import ykien.http.Response;
import ykien.page.Dates;
import ykien.page.Pages;

/// The newest articles of one category: one query. A category is there as long as it has an article.
final class ShowCategory implements Action {
    private final PublishedArticles articles;
    private final Pages pages;
    private final ZoneId zone;

    ShowCategory(PublishedArticles articles, Pages pages, ZoneId zone) {
        this.articles = articles;
        this.pages = pages;
        this.zone = zone;
    }

    @Override
    public Response answer(Request request) {
        var slug = Slug.parse(request.pathParameter("category")).orElseThrow(ShowCategory::unknown);
        var after = Lists.cursor(request);
        var cards = articles.inCategory(slug, after);
        var category = cards.items().stream()
                .flatMap(c -> c.category().stream())
                .findFirst()
                .orElseThrow(ShowCategory::unknown);
        var response = request.prefersJson()
                ? ArticleJson.list("/categories/" + slug, cards, new Dates(zone))
                : pages.category(request, zone, category, after.isEmpty(), cards);
        return Lists.shared(response);
    }

    private static Refusal unknown() {
        return new Refusal(Problem.of(
                404,
                "unknown-category",
                "Không tìm thấy chuyên mục",
                "Chuyên mục này không có bài nào, hoặc không còn bài nào cũ hơn. Hãy về trang nhất."));
    }
}
