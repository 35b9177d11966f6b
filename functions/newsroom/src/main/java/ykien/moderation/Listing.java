package ykien.moderation;

import ykien.article.Slug;
import ykien.comment.CommentId;

/// Which comments to list.
public sealed interface Listing {
    /// A whole pile.
    record Whole(State pile) implements Listing {}

    /// What lies in a pile of one article.
    record Under(Slug article, State pile) implements Listing {}

    /// All that the sender of this comment has sent, newest first. A comment names the sender, never an address.
    record FromSenderOf(CommentId comment) implements Listing {}
}
