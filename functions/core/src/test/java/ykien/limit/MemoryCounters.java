package ykien.limit;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Counts that are kept in memory, for rules that need no table to be shown. [CountersTest] holds it to what the table
/// does.
final class MemoryCounters implements Counters {
    private final Map<String, Tallies> items = new TreeMap<>();
    private boolean failing;
    private int reads;
    private int writes;

    /// From now on, whether nothing can be had.
    void fail(boolean now) {
        failing = now;
    }

    int reads() {
        return reads;
    }

    int writes() {
        return writes;
    }

    Map<String, Tallies> items() {
        return Map.copyOf(items);
    }

    @Override
    public Optional<Tally> count(Count count, long many) {
        check();
        writes++;
        var before = items.getOrDefault(count.item(), Tallies.NONE);
        var tally = before.with(count, many);
        if (tally.isPresent()) {
            var numbers = new HashMap<>(before.numbers());
            numbers.merge(Tallies.TOTAL, many, Long::sum);
            count.cells().forEach(cell -> numbers.merge(cell, many, Long::sum));
            items.put(count.item(), new Tallies(numbers, before.marks()));
        }
        return tally;
    }

    @Override
    public void add(String item, Tallies tallies, Instant expiresAt) {
        check();
        writes++;
        var before = items.getOrDefault(item, Tallies.NONE);
        var numbers = new HashMap<>(before.numbers());
        tallies.numbers().forEach((name, number) -> numbers.merge(name, number, Long::sum));
        var marks = new HashSet<>(before.marks());
        marks.addAll(tallies.marks());
        items.put(item, new Tallies(numbers, marks));
    }

    @Override
    public Map<String, Tallies> read(List<String> asked) {
        check();
        reads++;
        var found = new HashMap<String, Tallies>();
        asked.forEach(item -> Optional.ofNullable(items.get(item)).ifPresent(it -> found.put(item, it)));
        return found;
    }

    private void check() {
        if (failing) {
            throw new CountersUnavailable(new IllegalStateException("as the test says"));
        }
    }
}
