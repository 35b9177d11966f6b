package ykien.moderation;

/// What a search looks for.
@FunctionalInterface
public interface Sought {
    /// Whether this text has it: a comment's name, title, content or reply.
    boolean in(String text);
}
