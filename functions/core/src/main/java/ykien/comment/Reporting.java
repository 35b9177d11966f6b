package ykien.comment;

/// What became of a reader's attempt to report a comment.
public sealed interface Reporting {
    /// Counted, and the comment lies in the queue. What was said is kept, unless as much as can be is kept already.
    record Accepted(ReportId id) implements Reporting {}

    /// The same report under the same challenge again: nothing was written, the first answer stands.
    record Repeated(ReportId first) implements Reporting {}

    /// The challenge was answered wrongly, now or before. Nothing was reported.
    record Missed() implements Reporting {}

    /// The challenge has already let something else in. Nothing was written.
    record Spent() implements Reporting {}

    /// No such comment is seen under that article. Nothing was written, the challenge stays as it was.
    record Unknown() implements Reporting {}
}
