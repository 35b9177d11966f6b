package ykien.article;

import java.time.Instant;
import java.util.Optional;
import ykien.listing.Cursor;

/// What a list shows of an article: all but its text.
///
/// @param publishedAt when readers may see it; in the future: scheduled
/// @param commentCount how many approved comments it has
public record Card(
        Slug slug,
        String title,
        Optional<String> dek,
        Optional<Category> category,
        Optional<Photo> photo,
        Instant publishedAt,
        long commentCount) {

    /// The article's path, `/articles/…`.
    public String path() {
        return "/articles/" + slug.value();
    }

    /// Its place in a list of articles.
    Cursor place() {
        return new Cursor(publishedAt, slug.value());
    }
}
