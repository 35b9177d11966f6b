package ykien.comment;

import java.time.Instant;

/// What the newsroom replied to a comment, as readers see it.
///
/// @param text lines parted by LF
/// @param at when it was written last
public record PublicReply(String text, Instant at) {}
