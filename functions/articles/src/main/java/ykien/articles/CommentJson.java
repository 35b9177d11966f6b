package ykien.articles;

import ykien.article.Card;
import ykien.comment.PublicComment;
import ykien.http.Json;
import ykien.http.Response;
import ykien.listing.Page;
import ykien.page.Dates;

/// Approved comments as programs get them; described in openapi.json.
final class CommentJson {
    private CommentJson() {}

    static Response list(Card article, Page<PublicComment> page, Dates dates) {
        return Json.response(to -> {
            to.writeStartObject();
            to.writeStringField("article", article.slug().value());
            to.writeNumberField("commentCount", article.commentCount());
            to.writeArrayFieldStart("comments");
            for (var comment : page.items()) {
                to.writeStartObject();
                to.writeStringField("id", comment.id().value());
                to.writeStringField("name", comment.name());
                if (comment.title().isPresent()) {
                    to.writeStringField("title", comment.title().get());
                }
                to.writeStringField("content", comment.content());
                to.writeStringField("submittedAt", dates.isoMinute(comment.at()));
                to.writeBooleanField("picked", comment.picked());
                if (comment.reply().isPresent()) {
                    var reply = comment.reply().get();
                    to.writeObjectFieldStart("reply");
                    to.writeStringField("text", reply.text());
                    to.writeStringField("at", dates.isoMinute(reply.at()));
                    to.writeEndObject();
                }
                to.writeEndObject();
            }
            to.writeEndArray();
            ArticleJson.next(article.path() + "/comments", page, to);
            to.writeEndObject();
        });
    }
}
