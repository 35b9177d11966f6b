package ykien.publish;

import java.io.Serial;

/// Why nothing can be published at all: one line for the operator, with what to do.
final class Unpublishable extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    Unpublishable(String line) {
        super(line);
    }

    Unpublishable(String line, Throwable cause) {
        super(line, cause);
    }
}
