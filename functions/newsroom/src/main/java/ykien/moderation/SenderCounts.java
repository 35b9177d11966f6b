package ykien.moderation;

/// How many comments of one sender, known by the e-mail address, were decided how.
///
/// @param refused without those that are spam
public record SenderCounts(long approved, long refused, long spam) {
    /// Of a sender about whom nothing has been decided.
    public static final SenderCounts NONE = new SenderCounts(0, 0, 0);
}
