package ykien.moderation;

import java.time.Instant;
import ykien.comment.CommentId;
import ykien.listing.Cursor;

/// Where a comment stands in a list.
record Place(CommentId id, Instant submittedAt) {
    Cursor cursor() {
        return new Cursor(submittedAt, id.value());
    }
}
