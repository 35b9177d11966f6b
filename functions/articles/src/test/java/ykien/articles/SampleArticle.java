package ykien.articles;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import ykien.article.Article;
import ykien.article.Card;
import ykien.article.Category;
import ykien.article.Html;
import ykien.article.Photo;
import ykien.article.PhotoName;
import ykien.article.Slug;

/// An article for a test: all that it is not told to have, it has not.
final class SampleArticle {
    private final Slug slug;
    private String title;
    private Optional<String> dek = Optional.empty();
    private Optional<Category> category = Optional.empty();
    private Optional<Photo> photo = Optional.empty();
    private Instant publishedAt = Newspaper.NOW;
    private Optional<String> byline = Optional.empty();
    private String body = "<p>Chữ của bài.</p>";
    private Optional<String> source = Optional.empty();
    private boolean open = true;

    private SampleArticle(String slug) {
        this.slug = new Slug(slug);
        this.title = slug;
    }

    /// Published at [Newspaper#NOW], and open; its title is its slug.
    static SampleArticle of(String slug) {
        return new SampleArticle(slug);
    }

    SampleArticle title(String text) {
        title = text;
        return this;
    }

    SampleArticle dek(String text) {
        dek = Optional.of(text);
        return this;
    }

    SampleArticle category(String categorySlug, String name) {
        category = Optional.of(new Category(new Slug(categorySlug), name));
        return this;
    }

    /// Its name is `SLUG.0123456789abcdef.jpg`.
    SampleArticle photo(int width, int height, String alt, String... caption) {
        photo = Optional.of(new Photo(
                new PhotoName(slug + ".0123456789abcdef.jpg"),
                width,
                height,
                alt,
                Stream.of(caption).findFirst()));
        return this;
    }

    SampleArticle publishedAt(Instant time) {
        publishedAt = time;
        return this;
    }

    SampleArticle byline(String text) {
        byline = Optional.of(text);
        return this;
    }

    SampleArticle body(String html) {
        body = html;
        return this;
    }

    SampleArticle source(String text) {
        source = Optional.of(text);
        return this;
    }

    SampleArticle closed() {
        open = false;
        return this;
    }

    Article article() {
        return new Article(
                new Card(slug, title, dek, category, photo, publishedAt, 0), byline, new Html(body), source, open);
    }
}
