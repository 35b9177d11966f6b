package ykien.moderation;

import java.time.Instant;

/// The newsroom's reply to a comment.
///
/// @param by the name of who wrote it last; readers don't see it
public record WrittenReply(String text, String by, Instant at) {}
