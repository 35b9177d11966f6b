package ykien.articles;

import java.util.Optional;
import ykien.article.Article;
import ykien.article.PublishedArticles;
import ykien.article.Slug;
import ykien.article.UnknownArticle;
import ykien.http.Problem;
import ykien.http.Refusal;
import ykien.http.Request;
import ykien.http.Response;
import ykien.listing.Cursor;

/// What the reading actions have in common: which article, which page, and how long an answer may be kept.
final class Lists {
    /// Short enough that an approved comment is seen soon, long enough that a crowd costs little.
    private static final String SHARED = "public, max-age=30";

    private Lists() {}

    /// The article that the path names.
    ///
    /// @throws Refusal with status 404 if readers may see none of that slug
    static Article article(Request request, PublishedArticles articles) {
        return Slug.parse(request.pathParameter("slug"))
                .flatMap(articles::find)
                .orElseThrow(() -> new Refusal(UnknownArticle.PROBLEM));
    }

    /// Where the page starts that the query asks for; empty for the first.
    ///
    /// @throws Refusal with status 400 if it is no cursor
    static Optional<Cursor> cursor(Request request) {
        return request.queryParameters()
                .one("after")
                .map(token -> Cursor.parse(token)
                        .orElseThrow(() -> new Refusal(Problem.of(
                                400,
                                "bad-cursor",
                                "Địa chỉ trang không đúng",
                                "Địa chỉ này không đầy đủ hoặc đã bị sửa. Hãy mở lại từ trang đầu."))));
    }

    /// The same for every reader: a cache may keep it for a short while, for pages and JSON apart.
    static Response shared(Response response) {
        return response.withHeader("cache-control", SHARED).withHeader("vary", "accept");
    }
}
