package ykien.decisionlog;

/// What verifying the log has shown so far. Entries are looked at from the first on; the first break ends it.
public sealed interface Verification {
    /// Every entry up to this one is as it was written; there are more. Go on with [DecisionLog#verify] after it.
    ///
    /// @param through the number of the last entry that was looked at
    record Continues(long through) implements Verification {}

    /// Every entry is as it was written, and the witness has seen the log so.
    ///
    /// @param entries how many there are
    /// @param hash the last one's; 64 zeros where there is none
    record Intact(long entries, String hash) implements Verification {}

    /// The chain itself is whole, but nothing says that it wasn't cut, or written anew from the start.
    record Unwitnessed(long entries, String hash, Testimony testimony) implements Verification {}

    /// An entry was removed or changed.
    ///
    /// @param number the first entry that is not as it should be
    record Broken(long number, Break how) implements Verification {}

    /// Entries are missing at the end.
    ///
    /// @param entries how many there are
    /// @param witnessed how many the witness knows of
    record Truncated(long entries, long witnessed) implements Verification {}

    /// The chain itself is whole, but the witness has seen another one.
    ///
    /// @param number the entry that the witness was told of
    /// @param hash what the table has
    /// @param witnessed what the witness was told
    record Contradicted(long number, String hash, String witnessed) implements Verification {}

    /// How a chain is broken.
    enum Break {
        /// There is no entry of this number, though there are later ones.
        MISSING,
        /// It is not what its hash was made of.
        CHANGED,
        /// It doesn't go on from the entry before: one of the two was written anew.
        UNLINKED
    }
}
