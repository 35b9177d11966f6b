package ykien.decisionlog;

import java.io.PrintStream;
import java.time.Instant;
import java.time.InstantSource;

/// Remembers the hashes of the newest entries where whoever can write the log's table can't change them.
public interface Witness {
    /// Remembers the entry. Called once it is in the table, at its transaction's end.
    ///
    /// @param hash the entry's
    void tell(long number, String hash);

    /// What it was told in this time.
    ///
    /// @param from the first moment, to the millisecond
    /// @param to the last moment
    Testimony between(Instant from, Instant to);

    /// The function's own log: what it prints, CloudWatch keeps, and the function's role can't take back.
    ///
    /// @param out where the function prints
    /// @param logGroup the function's log group
    static Witness cloudWatch(PrintStream out, String logGroup) {
        return new CloudWatchWitness(out, logGroup);
    }

    /// A witness that lasts as long as this process: for a developer's machine, and tests.
    static Witness inMemory(InstantSource clock) {
        return new MemoryWitness(clock);
    }
}
