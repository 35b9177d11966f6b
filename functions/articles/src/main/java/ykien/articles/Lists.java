package ykien.articles;

import java.util.List;
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
import ykien.page.Pages;

/// What the reading actions have in common: which article, which page, and how long an answer may be kept.
final class Lists {
    /// Short enough that an approved comment is seen within a minute, long enough that a crowd costs
    /// little: what is 10 seconds old is asked for again, and meanwhile shown until it is 25. A CDN in two
    /// tiers that lets each count by itself shows nothing older than 50. While the function fails, an
    /// hour's old page is better than none.
    private static final String SHARED = "public, max-age=10, stale-while-revalidate=15, stale-if-error=3600";

    /// What is not there yet may be there soon.
    private static final String MISSING = "public, max-age=10";

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

    /// Why a request was refused. That there is nothing at an address is the same for every reader, whom a
    /// wrong link may send here by the thousand; anything else may be about this one, and is not kept.
    static Response refusal(Request request, Problem problem, Pages pages) {
        var refusal = pages.problem(request, problem);
        return problem.status() == 404 && List.of("GET", "HEAD").contains(request.method())
                ? refusal.withHeader("cache-control", MISSING)
                : refusal;
    }

    /// The same for every reader: a cache may keep it for a short while, for pages and JSON apart.
    static Response shared(Response response) {
        return response.withHeader("cache-control", SHARED).withHeader("vary", "accept");
    }
}
