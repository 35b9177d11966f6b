package ykien.decisionlog;

import java.time.Instant;

/// A witness that forgets when the process ends.
final class MemoryWitness implements Witness {
    private Testimony newest = new Testimony.Nothing();

    /// Two transactions may tell in the other order than they were written in.
    @Override
    public synchronized void tell(long number, String hash) {
        if (!(newest instanceof Testimony.Saw saw) || saw.number() < number) {
            newest = new Testimony.Saw(number, hash, Instant.now());
        }
    }

    @Override
    public synchronized Testimony newest() {
        return newest;
    }
}
