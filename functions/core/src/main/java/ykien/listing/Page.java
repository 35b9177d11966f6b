package ykien.listing;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// One page of a list.
///
/// @param next where the next page starts; empty on the last
public record Page<T>(List<T> items, Optional<Cursor> next) {
    public Page {
        items = List.copyOf(items);
    }

    /// A page of at most `size`, from one item more than that: the surplus one only says that there is a next page.
    ///
    /// @param place an item's own place in the list
    public static <T> Page<T> of(List<T> items, int size, Function<T, Cursor> place) {
        if (items.size() <= size) {
            return new Page<>(items, Optional.empty());
        }
        return new Page<>(items.subList(0, size), Optional.of(place.apply(items.get(size - 1))));
    }
}
