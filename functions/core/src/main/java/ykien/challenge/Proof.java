package ykien.challenge;

import java.util.Locale;
import java.util.Optional;

/// What became of the [Work] that may be asked for beside the answer. It decides nothing: the newsroom sees it.
public enum Proof {
    /// Nobody was asked for any: quiet times.
    NOT_ASKED_FOR,

    /// It was asked for and did not come, or was another seal's: as with scripts off.
    MISSING,

    /// It was done, for this very seal. It can't be brought twice: a seal's challenge has one outcome.
    DONE;

    /// What the newsroom reads: `done` or `missing`; empty in quiet times.
    public Optional<String> mark() {
        return this == NOT_ASKED_FOR ? Optional.empty() : Optional.of(name().toLowerCase(Locale.ROOT));
    }
}
