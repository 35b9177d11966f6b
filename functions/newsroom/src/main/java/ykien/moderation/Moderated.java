package ykien.moderation;

import java.time.Instant;
import java.util.Optional;
import ykien.comment.CommentId;

/// A comment on the desk: all that moderating it takes. E-mail address and phone number are not here: see
/// [Moderation#contact].
///
/// @param name of who sent it
/// @param answeredBy how the captcha was answered: `picture` or `sound`; empty for an old comment
/// @param work whether the browser did the work that was asked of it: `done` or `missing`; empty where none was
/// asked
public record Moderated(
        CommentId id,
        ArticleLine article,
        Instant submittedAt,
        String name,
        Optional<String> title,
        String content,
        Optional<String> answeredBy,
        Optional<String> work,
        SenderCounts sender,
        Standing standing) {
    /// The comment as it is now, to decide about.
    public Seen seen() {
        return new Seen(id, standing.version());
    }

    @Override
    public String toString() {
        return "Moderated[" + id + "]";
    }
}
