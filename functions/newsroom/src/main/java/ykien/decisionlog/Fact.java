package ykien.decisionlog;

import java.util.Arrays;
import java.util.Optional;

/// What can change by what the newsroom does, as the log names it. The keys stand in the log for ever: never change
/// one, never use one again.
public enum Fact {
    /// The version of a comment, or of one of the desk's texts.
    VERSION("version"),
    /// A comment's state, by its word.
    STATE("state"),
    /// `yes` for a comment that is refused as spam.
    SPAM("spam"),
    /// The key of the reason for a refusal.
    REASON("reason"),
    /// What somebody wrote beside the reason.
    NOTE("note"),
    /// The newsroom's reply.
    REPLY("reply"),
    /// `yes` for an editor's pick.
    PICKED("picked"),
    /// How many readers reported a comment.
    REPORTS("reports"),
    /// SHA-256 of one of the desk's texts.
    SHA256("sha256"),
    /// Lines that it no longer has, one below the other.
    REMOVED("removed"),
    /// Lines that it did not have before, likewise.
    ADDED("added");

    private final String key;

    Fact(String key) {
        this.key = key;
    }

    /// As it stands in the log.
    public String key() {
        return key;
    }

    /// What has this key; empty for a key that a later version of the newspaper may have written.
    public static Optional<Fact> of(String key) {
        return Arrays.stream(values()).filter(fact -> fact.key.equals(key)).findFirst();
    }
}
