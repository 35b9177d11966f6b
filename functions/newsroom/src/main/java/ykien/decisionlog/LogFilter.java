package ykien.decisionlog;

import java.util.Optional;
import ykien.article.Slug;
import ykien.comment.CommentId;

/// Which entries to show; empty parts let everything through.
///
/// @param who part of a name, without regard to capitals; or a whole subject
public record LogFilter(
        Optional<String> who, Optional<What> what, Optional<Slug> article, Optional<CommentId> comment) {
    /// Lets everything through.
    public static final LogFilter ALL =
            new LogFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
