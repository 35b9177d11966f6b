package ykien.stack;

import java.io.Serial;

/// Why a command can't do anything at all: one line for the operator, with what to do.
public final class Unusable extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    /// This line.
    public Unusable(String line) {
        super(line);
    }

    /// This line, because of that.
    public Unusable(String line, Throwable cause) {
        super(line, cause);
    }
}
