package ykien.decisionlog;

/// What verifying the log has shown. Entries are looked at from the first on, and the first that is wrong ends it.
public sealed interface Verification {
    /// So far every entry is as it was written, and as the witness was told; there are more.
    ///
    /// @param progress go on from here
    record Continues(Progress progress) implements Verification {}

    /// Every entry is as it was written, and as the witness was told.
    ///
    /// @param entries how many there are
    /// @param hash the last one's
    /// @param witnessed the newest entry that the witness knows of: up to this one none can be missing or another.
    /// Any after it hang together, but nobody was told of them
    record Intact(long entries, String hash, long witnessed) implements Verification {}

    /// The entries hang together, but nobody says that the log wasn't cut, or written anew from the start.
    ///
    /// @param hash the last one's; 64 zeros where there is no entry
    /// @param why the witness said nothing
    record Unwitnessed(long entries, String hash, Silence why) implements Verification {}

    /// An entry was removed or changed.
    ///
    /// @param number the first entry that is not as it should be
    record Broken(long number, Break how) implements Verification {}

    /// Entries are missing at the end.
    ///
    /// @param entries how many there are
    /// @param witnessed an entry that the witness was told of, and that is not there
    record Truncated(long entries, long witnessed) implements Verification {}

    /// The entries hang together, but the witness was told of another one: the log was written anew.
    ///
    /// @param hash what the entry has
    /// @param witnessed what the witness was told that it has
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

    /// Why a witness says nothing.
    enum Silence {
        /// It was told nothing, or remembers nothing: its lines are kept for a while only.
        KNOWS_NOTHING,
        /// It could not be asked, or not to the end.
        UNAVAILABLE
    }
}
