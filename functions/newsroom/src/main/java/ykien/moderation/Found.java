package ykien.moderation;

import java.util.List;
import java.util.Optional;
import ykien.listing.Cursor;

/// A page of what a search has found.
///
/// @param examined how many comments were looked at to fill it
/// @param next where to go on; empty where the list ends
public record Found(List<Moderated> comments, int examined, Optional<Cursor> next) {
    public Found {
        comments = List.copyOf(comments);
    }
}
