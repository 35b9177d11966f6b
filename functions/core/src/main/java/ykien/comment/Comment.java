package ykien.comment;

import java.time.Instant;
import java.util.Optional;
import ykien.article.Slug;
import ykien.challenge.ContentHash;

/// What a reader sent, whole and checked. Made by [Draft#comment].
///
/// @param article under which article
/// @param submittedAt when, to the millisecond
/// @param title in NFC, without line breaks
/// @param content in NFC, lines parted by LF
public record Comment(
        CommentId id, Slug article, Instant submittedAt, Author author, Optional<String> title, String content) {
    /// The hash of all that the reader typed; of neither the id nor the time.
    public ContentHash contentHash() {
        return ContentHash.of(
                article.value(),
                author.name(),
                author.email().value(),
                author.phone().map(PhoneNumber::value).orElse(""),
                title.orElse(""),
                content);
    }

    @Override
    public String toString() {
        return "Comment[" + id + "]";
    }
}
