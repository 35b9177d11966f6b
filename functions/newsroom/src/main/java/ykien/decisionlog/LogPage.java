package ykien.decisionlog;

import java.util.List;
import java.util.OptionalLong;

/// A page of the log, newest first.
///
/// @param examined how many entries were looked at to fill it
/// @param below where the next page starts: below this number; empty where the log ends
public record LogPage(List<Entry> entries, int examined, OptionalLong below) {
    public LogPage {
        entries = List.copyOf(entries);
    }
}
