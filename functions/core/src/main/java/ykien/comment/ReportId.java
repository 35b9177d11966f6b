package ykien.comment;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import ykien.listing.Timestamp;

/// Which report of a comment: when it came in, and 16 hexadecimal digits that no other of that millisecond has. In
/// their order, reports are oldest first.
public record ReportId(String value) {
    private static final int BYTES = 8;

    /// A new one, for what comes in now. Randomness is asked for each time: none is kept that a snapshot of the process
    /// would hand to many.
    static ReportId at(Instant now) {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new ReportId(Timestamp.format(now) + "-" + HexFormat.of().formatHex(bytes));
    }

    @Override
    public String toString() {
        return value;
    }
}
