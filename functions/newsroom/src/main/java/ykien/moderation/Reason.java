package ykien.moderation;

import java.util.Arrays;
import java.util.Optional;

/// Why a comment is refused. The keys stand in the table and in the log: never change one.
public enum Reason {
    /// It is not about the article.
    OFF_TOPIC("off-topic"),
    /// It insults somebody.
    INSULT("insult"),
    /// It advertises.
    ADVERTISEMENT("advertisement"),
    /// It tells somebody's private matters.
    PRIVATE("private"),
    /// It states what nobody can check.
    UNFOUNDED("unfounded"),
    /// It breaks the law, or incites others to.
    UNLAWFUL("unlawful"),
    /// It can't be understood.
    UNREADABLE("unreadable"),
    /// It has been said already, by the same sender.
    REPEATED("repeated"),
    /// Another reason, which the note gives.
    OTHER("other");

    private final String key;

    Reason(String key) {
        this.key = key;
    }

    /// As it stands in the table, in the log, and in a form.
    public String key() {
        return key;
    }

    /// The reason of this key.
    public static Optional<Reason> of(String key) {
        return Arrays.stream(values()).filter(reason -> reason.key.equals(key)).findFirst();
    }
}
