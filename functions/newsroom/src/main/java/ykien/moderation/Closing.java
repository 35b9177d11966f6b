package ykien.moderation;

/// What became of closing or reopening an article's comments.
public enum Closing {
    /// It is so from now on.
    DONE,
    /// It was so before; nothing was changed.
    NEEDLESS,
    /// There is no such article.
    UNKNOWN,
    /// Nothing was changed: too many decided at this very moment. The same again, a little later, will do.
    BUSY
}
