package ykien.comment;

import java.time.Instant;
import java.util.Optional;
import ykien.article.Slug;

/// What a reader sent, whole and checked. Made by [Draft#comment].
///
/// @param article under which article
/// @param submittedAt when, to the millisecond
/// @param title in NFC, without line breaks
/// @param content in NFC, lines parted by LF
public record Comment(
        CommentId id, Slug article, Instant submittedAt, Author author, Optional<String> title, String content) {
    @Override
    public String toString() {
        return "Comment[" + id + "]";
    }
}
