package ykien.moderation;

import java.time.Instant;
import java.util.Optional;

/// A text that the newsroom keeps and changes.
///
/// @param text empty where nothing has been written yet
/// @param version raised by each change; 0 for none
/// @param change who changed it last, and when; empty for none
public record Paper(String text, long version, Optional<Change> change) {
    /// How long a text may be, in bytes of UTF-8.
    public static final int LONGEST = 100_000;

    /// Who changed it, and when.
    ///
    /// @param by the name
    public record Change(String by, Instant at) {}

    /// Which text.
    public enum Name {
        /// What the checker looks for, a phrase a line.
        PHRASES("phrases"),
        /// How the desk works.
        SETTINGS("settings");

        private final String key;

        Name(String key) {
            this.key = key;
        }

        String key() {
            return key;
        }
    }

    /// What became of a change.
    public sealed interface Writing {
        /// It is this text from now on; or was already, and nothing was written.
        record Done(long version) implements Writing {}

        /// Nothing was changed: somebody wrote another text first.
        ///
        /// @param now what it is
        record Already(Paper now) implements Writing {}

        /// Nothing was changed: too many decided at this very moment. The same again, a little later, will do.
        record Busy() implements Writing {}
    }
}
