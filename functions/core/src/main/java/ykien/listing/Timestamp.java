package ykien.listing;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/// A time as a table holds it: ISO 8601 in UTC with milliseconds, `2026-11-22T02:14:00.000Z`. Always of one length,
/// so that the order of the text is the order of the times; `Instant.toString()` leaves zeros out.
public final class Timestamp {
    /// In characters, from the year 0 to 9999.
    static final int LENGTH = 24;

    private static final DateTimeFormatter MILLISECONDS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

    private Timestamp() {}

    /// The text of this time; what is finer than a millisecond is cut off.
    public static String format(Instant at) {
        return MILLISECONDS.format(at);
    }
}
