package ykien.newsroom;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import ykien.http.Request;
import ykien.listing.Cursor;
import ykien.moderation.ArticleLine;
import ykien.moderation.Moderated;
import ykien.moderation.Piles;
import ykien.newsroom.page.BulkForm;
import ykien.newsroom.page.ListPage;
import ykien.newsroom.page.ListQuery;
import ykien.newsroom.page.NewsroomPages;
import ykien.newsroom.page.Notice;
import ykien.signin.Session;
import ykien.vietnamese.WordSearch;

/// The lists of comments, a page at a time.
final class CommentLists {
    private final Piles piles;
    private final Review review;
    private final NewsroomPages pages;

    CommentLists(Piles piles, Review review, NewsroomPages pages) {
        this.piles = piles;
        this.review = review;
        this.pages = pages;
    }

    /// What a list holds on one page.
    ///
    /// @param examined how many comments were looked at; empty where nothing was sought
    record Part(List<Moderated> comments, OptionalInt examined, Optional<Cursor> next) {}

    Part part(ListQuery query) {
        if (query.words().isEmpty()) {
            var page = piles.page(query.listing(), query.after());
            return new Part(page.items(), OptionalInt.empty(), page.next());
        }
        var found = piles.search(query.listing(), WordSearch.of(query.words())::matches, query.after());
        return new Part(found.comments(), OptionalInt.of(found.examined()), found.next());
    }

    ListPage page(Request request, Session session, ListQuery query, Notice notice, BulkForm bulk) {
        var part = part(query);
        var article = article(query);
        return new ListPage(
                pages.frame(request, session, query, article),
                query,
                article,
                review.shown(part.comments()),
                part.examined(),
                part.next(),
                notice,
                bulk);
    }

    /// An article that is gone may still have comments; and one that never was has an empty list.
    private Optional<ArticleLine> article(ListQuery query) {
        return query.article()
                .map(slug -> piles.article(slug).orElseGet(() -> new ArticleLine(slug, Optional.empty(), false)));
    }
}
