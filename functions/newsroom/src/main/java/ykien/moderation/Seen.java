package ykien.moderation;

import ykien.comment.CommentId;

/// A comment as somebody saw it who decides about it.
///
/// @param version its [Standing#version] then
public record Seen(CommentId comment, long version) {}
