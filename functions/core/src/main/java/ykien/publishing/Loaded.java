package ykien.publishing;

import java.nio.file.Path;
import java.util.Optional;
import ykien.article.Article;

/// What was found in one file of a folder of articles.
public sealed interface Loaded {
    /// The Markdown file.
    Path file();

    /// An article that can be published.
    ///
    /// @param photo the file of the photo that the article names
    record Ready(Path file, Article article, Optional<PhotoFile> photo) implements Loaded {}

    /// A file that can't be published as it is.
    ///
    /// @param why what is wrong, where, and what to do, without the file's name: one line
    record Broken(Path file, String why) implements Loaded {
        /// The line to show: `mua-he.md: line 3: …`.
        public String line() {
            return file.getFileName() + ": " + why;
        }
    }
}
