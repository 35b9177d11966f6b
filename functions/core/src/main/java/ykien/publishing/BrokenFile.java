package ykien.publishing;

import java.io.Serial;

/// What is wrong with the file that is being read. Ends in [ArticleFolder], where it becomes a [Loaded.Broken].
final class BrokenFile extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    BrokenFile(String why) {
        super(why);
    }

    /// @param line counted from 1
    static BrokenFile at(int line, String why) {
        return new BrokenFile("line " + line + ": " + why);
    }
}
