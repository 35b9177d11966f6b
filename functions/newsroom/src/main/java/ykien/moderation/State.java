package ykien.moderation;

import java.util.Arrays;
import java.util.Optional;

/// What has been decided about a comment; and the pile that it lies in, which is another one in a single case: what
/// readers reported is approved, is still shown, and lies with the waiting ones.
public enum State {
    /// Nobody has decided yet. This pile is listed oldest first.
    WAITING("waiting"),
    /// Readers see it. Listed newest first.
    APPROVED("approved"),
    /// Readers don't see it. Listed newest first.
    REFUSED("refused");

    private final String word;

    State(String word) {
        this.word = word;
    }

    /// As it stands in the table, and in an address.
    public String word() {
        return word;
    }

    /// The state of this word.
    public static Optional<State> of(String word) {
        return Arrays.stream(values()).filter(state -> state.word.equals(word)).findFirst();
    }
}
