package ykien.comment;

/// What became of a reader's attempt to send a comment.
public sealed interface Submission {
    /// Stored, and waiting for an editor.
    record Accepted(CommentId id) implements Submission {}

    /// The same content under the same challenge again, or the same text by the same e-mail address within a day:
    /// nothing was written, the first answer stands.
    record Repeated(CommentId first) implements Submission {}

    /// The challenge was answered wrongly, now or before. No comment was written.
    record Missed() implements Submission {}

    /// The challenge has already let another comment in. Nothing was written.
    record Spent() implements Submission {}
}
