package ykien.limit;

import java.util.Map;
import java.util.Set;

/// What was counted of the whole site in one window: numbers by name, and the sources that are past their budgets.
///
/// @param marks keyed hashes
record Tallies(Map<String, Long> numbers, Set<String> marks) {
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
}
