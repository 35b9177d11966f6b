package ykien.article;

import java.util.Optional;

/// A published piece.
///
/// @param card what lists show of it
/// @param byline who wrote it
/// @param body its text, sanitised
/// @param source where it was taken from, as it stands after "Nguồn:"
/// @param open whether readers may send comments now
public record Article(Card card, Optional<String> byline, Html body, Optional<String> source, boolean open) {
    /// The article's slug.
    public Slug slug() {
        return card.slug();
    }
}
