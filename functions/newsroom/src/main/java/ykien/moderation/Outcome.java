package ykien.moderation;

import java.util.Optional;
import ykien.comment.CommentId;

/// What became of a decision about one comment.
public sealed interface Outcome {
    /// Which comment.
    CommentId comment();

    /// Done, now or by the same person just before: what a double click sends twice is decided once.
    ///
    /// @param version the comment's from now on; [Decision.Undo] takes it
    record Decided(CommentId comment, State state, long version) implements Outcome {}

    /// Nothing was changed: somebody did something else first.
    ///
    /// @param state what the comment is now
    /// @param version its version now
    /// @param latest what was done, by whom and when; empty where nothing was, and the version seen never existed
    record Already(CommentId comment, State state, long version, Optional<Latest> latest) implements Outcome {}

    /// Nothing was changed: the comment is that already, has no reply to remove, no report to settle, nothing to
    /// take back, or is not approved and can't be picked.
    record Needless(CommentId comment, State state, long version) implements Outcome {}

    /// There is no such comment.
    record Unknown(CommentId comment) implements Outcome {}

    /// Nothing was changed: too many decided at this very moment. The same again, a little later, will do.
    record Busy(CommentId comment) implements Outcome {}
}
