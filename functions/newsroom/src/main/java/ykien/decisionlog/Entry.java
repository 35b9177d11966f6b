package ykien.decisionlog;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// One entry of the log. Its hash is over everything else in it, the hash of the entry before included; how exactly,
/// [CanonicalEntry] says.
///
/// @param number 1 for the first, then without a gap
/// @param at when, to the millisecond
/// @param what a key of [What]; a text, as a later version of the newspaper may have written it
/// @param comment the id of the comment that it is about
/// @param article the slug of the article that it is about
/// @param before what was so until then, by name
/// @param after what is so from then on, by name
/// @param previous the hash of the entry before; 64 zeros in the first
/// @param hash SHA-256, as 64 hexadecimal digits
public record Entry(
        long number,
        Instant at,
        Actor by,
        String what,
        Optional<String> comment,
        Optional<String> article,
        SortedMap<String, String> before,
        SortedMap<String, String> after,
        String previous,
        String hash) {
    public Entry {
        before = copy(before);
        after = copy(after);
    }

    /// The same with this hash.
    Entry withHash(String other) {
        return new Entry(number, at, by, what, comment, article, before, after, previous, other);
    }

    private static SortedMap<String, String> copy(Map<String, String> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }
}
