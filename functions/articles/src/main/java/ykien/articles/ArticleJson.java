package ykien.articles;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import ykien.article.Article;
import ykien.article.Card;
import ykien.http.Json;
import ykien.http.Response;
import ykien.listing.Page;
import ykien.page.Dates;

/// Articles as programs get them; described in openapi.json. What an article does not have is left out.
final class ArticleJson {
    private ArticleJson() {}

    static Response article(Article article, Dates dates) {
        return Json.response(to -> {
            to.writeStartObject();
            fields(article.card(), dates, to);
            if (article.byline().isPresent()) {
                to.writeStringField("byline", article.byline().get());
            }
            to.writeStringField("body", article.body().value());
            if (article.source().isPresent()) {
                to.writeStringField("source", article.source().get());
            }
            to.writeBooleanField("commentsOpen", article.open());
            to.writeStringField("comments", article.card().path() + "/comments");
            to.writeEndObject();
        });
    }

    /// @param path of the list's first page
    static Response list(String path, Page<Card> cards, Dates dates) {
        return Json.response(to -> {
            to.writeStartObject();
            to.writeArrayFieldStart("articles");
            for (var card : cards.items()) {
                to.writeStartObject();
                fields(card, dates, to);
                to.writeEndObject();
            }
            to.writeEndArray();
            next(path, cards, to);
            to.writeEndObject();
        });
    }

    /// The path of the next page, on all pages but the last.
    static void next(String path, Page<?> page, JsonGenerator to) throws IOException {
        if (page.next().isPresent()) {
            to.writeStringField("next", path + "?after=" + page.next().get().token());
        }
    }

    private static void fields(Card card, Dates dates, JsonGenerator to) throws IOException {
        to.writeStringField("slug", card.slug().value());
        to.writeStringField("path", card.path());
        to.writeStringField("title", card.title());
        if (card.dek().isPresent()) {
            to.writeStringField("dek", card.dek().get());
        }
        if (card.category().isPresent()) {
            to.writeObjectFieldStart("category");
            to.writeStringField("slug", card.category().get().slug().value());
            to.writeStringField("name", card.category().get().name());
            to.writeEndObject();
        }
        if (card.photo().isPresent()) {
            var photo = card.photo().get();
            to.writeObjectFieldStart("photo");
            to.writeStringField("path", "/photos/" + photo.name());
            to.writeNumberField("width", photo.width());
            to.writeNumberField("height", photo.height());
            to.writeStringField("alt", photo.alt());
            if (photo.caption().isPresent()) {
                to.writeStringField("caption", photo.caption().get());
            }
            to.writeEndObject();
        }
        to.writeStringField("publishedAt", dates.isoMinute(card.publishedAt()));
        to.writeNumberField("commentCount", card.commentCount());
    }
}
