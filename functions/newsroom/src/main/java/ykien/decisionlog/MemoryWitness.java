package ykien.decisionlog;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// A witness that forgets when the process ends.
final class MemoryWitness implements Witness {
    private final InstantSource clock;
    private final List<Memory> memories = new ArrayList<>();

    MemoryWitness(InstantSource clock) {
        this.clock = clock;
    }

    private record Memory(Instant at, Testimony.Told told) {}

    @Override
    public synchronized void tell(long number, String hash) {
        memories.add(new Memory(clock.instant(), new Testimony.Told(number, hash)));
    }

    @Override
    public synchronized Testimony between(Instant from, Instant to) {
        return new Testimony.Heard(memories.stream()
                .filter(memory -> !memory.at.isBefore(from) && !memory.at.isAfter(to))
                .map(Memory::told)
                .toList());
    }
}
