package ykien.challenge;

/// The one thing that ever becomes of a challenge.
public sealed interface Outcome {
    /// It was answered wrongly, and can't be answered again.
    record Missed() implements Outcome {}

    /// It was answered rightly, and has let something in.
    ///
    /// @param on what: a comment's id, or a [FormId]'s value
    /// @param hash of all that was sent with the answer: who sends that again is told the same again
    record Spent(String on, ContentHash hash) implements Outcome {}
}
