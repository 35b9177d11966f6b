package ykien.decisionlog;

/// Remembers the newest entry where whoever can write the log's table can't change it.
public interface Witness {
    /// Remembers it. Called after the entry is in the table.
    ///
    /// @param hash the entry's
    void tell(long number, String hash);

    /// The newest entry that it was told of.
    Testimony newest();

    /// A witness that lasts as long as this process: for a developer's machine, and tests.
    static Witness inMemory() {
        return new MemoryWitness();
    }
}
