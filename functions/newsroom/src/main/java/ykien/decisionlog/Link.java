package ykien.decisionlog;

import java.util.Optional;
import java.util.OptionalLong;

/// What stands in the log's table, whoever put it there.
///
/// @param number its number; empty if it is none that we would give
/// @param entry the entry that it is; empty if we would not write such an item
record Link(OptionalLong number, Optional<Entry> entry) {}
