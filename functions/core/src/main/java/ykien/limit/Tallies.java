package ykien.limit;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What an item holds: numbers by name; of the whole site also the sources that are past their budgets.
///
/// @param marks keyed hashes
record Tallies(Map<String, Long> numbers, Set<String> marks) {
    /// The name of an item's total.
    static final String TOTAL = "n";

    static final Tallies NONE = new Tallies(Map.of(), Set.of());

    Tallies {
        numbers = Map.copyOf(numbers);
        marks = Set.copyOf(marks);
    }

    boolean isEmpty() {
        return numbers.isEmpty() && marks.isEmpty();
    }

    /// The number of this name; 0 where there is none.
    long number(String name) {
        return numbers.getOrDefault(name, 0L);
    }

    /// What counting so many more comes to.
    ///
    /// @return empty where there is no room for them
    Optional<Tally> with(Count count, long many) {
        var own = count.cells().stream().mapToLong(this::number).min().orElseThrow() + many;
        var network = number(TOTAL) + many;
        var fits = own <= count.ceilings().own() && network <= count.ceilings().network();
        return fits ? Optional.of(new Tally(own, network)) : Optional.empty();
    }
}
