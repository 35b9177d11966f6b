package ykien.limit;

import java.time.Instant;
import java.util.List;

/// Something that is counted in one window: the total of an item, and cells in it.
///
/// @param cells at least one; the least of them is the count
/// @param expiresAt when the item may be deleted
record Count(String item, List<String> cells, Ceilings ceilings, Instant expiresAt) {
    Count {
        cells = List.copyOf(cells);
    }
}
