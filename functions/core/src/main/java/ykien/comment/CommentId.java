package ykien.comment;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/// Which comment: 32 hexadecimal digits. Random, so that writes spread evenly over the table.
public record CommentId(String value) {
    private static final int BYTES = 16;

    public CommentId {
        if (!isId(value)) {
            throw new IllegalArgumentException("a comment's id is 32 of 0-9 and a-f, not: " + value);
        }
    }

    /// The id that this text is, if it is one.
    public static Optional<CommentId> parse(String text) {
        return isId(text) ? Optional.of(new CommentId(text)) : Optional.empty();
    }

    /// A new one. Randomness is asked for each time: none is kept that a snapshot of the process would hand to many.
    public static CommentId random() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new CommentId(HexFormat.of().formatHex(bytes));
    }

    private static boolean isId(String text) {
        return text.length() == 2 * BYTES
                && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }

    @Override
    public String toString() {
        return value;
    }
}
