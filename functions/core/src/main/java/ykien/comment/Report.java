package ykien.comment;

import java.time.Instant;
import java.util.Optional;
import ykien.article.Slug;
import ykien.challenge.ContentHash;

/// What a reader reports about a comment, whole and checked. Made by [ReportDraft#report]. Of the reporter it says
/// nothing; of others it may, and prints as such.
///
/// @param article under which the comment stands
/// @param at when it came in, to the millisecond
/// @param words in NFC, lines parted by LF
public record Report(
        ReportId id, CommentId comment, Slug article, Instant at, ReportReason reason, Optional<String> words) {
    /// The hash of all that the reader chose and typed; of neither the id nor the time. No comment has the same.
    public ContentHash contentHash() {
        return ContentHash.of("report", article.value(), comment.value(), reason.key(), words.orElse(""));
    }

    @Override
    public String toString() {
        return "Report[" + id + "]";
    }
}
