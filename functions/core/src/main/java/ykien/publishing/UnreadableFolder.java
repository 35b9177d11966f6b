package ykien.publishing;

import java.io.Serial;

/// The folder of articles itself can't be read. Its message is one line, for whoever named the folder.
public final class UnreadableFolder extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    UnreadableFolder(String message, Throwable cause) {
        super(message, cause);
    }
}
