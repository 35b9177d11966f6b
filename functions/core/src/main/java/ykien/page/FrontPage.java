package ykien.page;

import java.util.List;
import java.util.Optional;
import ykien.article.Card;
import ykien.article.Category;
import ykien.listing.Cursor;

/// One page of the newest articles, of the whole paper or of a category.
///
/// @param category which one; empty: the whole paper
/// @param path of its first page
/// @param next where the next page starts
public record FrontPage(
        Frame frame,
        Optional<Category> category,
        String path,
        boolean isFirst,
        List<Card> cards,
        Optional<Cursor> next) {
    /// The newest of all, shown large; later pages have none.
    public Optional<Card> lead() {
        return isFirst ? cards.stream().findFirst() : Optional.empty();
    }

    /// The rest.
    public List<Card> others() {
        return lead().isPresent() ? cards.subList(1, cards.size()) : cards;
    }
}
