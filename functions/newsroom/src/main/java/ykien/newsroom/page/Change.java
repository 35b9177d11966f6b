package ykien.newsroom.page;

/// One thing that an entry of the log changed, in words.
///
/// @param name what it is
/// @param told what it was, and what it is now; or the lines of a text that came or went
/// @param lines how many lines those are; 0 for anything else
public record Change(String name, String told, long lines) {
    /// More of them are folded away.
    private static final int FEW = 3;

    /// Whether lines came or went.
    public boolean isOfLines() {
        return lines > 0;
    }

    /// Whether it has few lines, which are shown at once.
    public boolean isShort() {
        return lines <= FEW;
    }
}
