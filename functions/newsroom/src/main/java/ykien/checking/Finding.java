package ykien.checking;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// One thing that a moderator should look at, and where it stands.
///
/// @param start where it begins in the field as the reader typed it, in chars
/// @param end where it ends, in chars; a surrogate pair, or a letter and its marks, is never cut
/// @param phrase the phrase of the list, as the newsroom wrote it; for [Kind#BANNED] and [Kind#SUSPECT] alone
/// @param ways in what the text differs from the phrase; in the order of [Way]; empty: in nothing that matters
public record Finding(Kind kind, Field field, int start, int end, Optional<String> phrase, Set<Way> ways) {
    public Finding {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("a finding is at least one char long, not: " + start + " to " + end);
        }
        ways = ways.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(ways));
    }

    static Finding of(Kind kind, Field field, int start, int end) {
        return new Finding(kind, field, start, end, Optional.empty(), Set.of());
    }

    boolean covers(Finding other) {
        return field == other.field && start <= other.start && end >= other.end;
    }
}
