package ykien.publishing;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/// A folder of articles: one Markdown file with front matter an article, photos beside them. `README.md`, hidden
/// files and whatever does not end in `.md` are passed over; folders inside are not looked into.
public final class ArticleFolder {
    private ArticleFolder() {}

    /// Every article of the folder, by file name. A file that can't be published does not keep the others from it.
    ///
    /// @param zone the site's, in which a date without a time is 00:00
    /// @throws UnreadableFolder if there is no such folder, or it can't be listed
    public static List<Loaded> read(Path folder, ZoneId zone) {
        return files(folder).stream().map(file -> load(file, zone)).toList();
    }

    private static List<Path> files(Path folder) {
        try (var entries = Files.list(folder)) {
            return entries.filter(ArticleFolder::isArticle).sorted().toList();
        } catch (IOException e) {
            throw new UnreadableFolder(
                    "The folder of articles " + folder.toAbsolutePath().normalize() + " " + why(e), e);
        }
    }

    private static boolean isArticle(Path file) {
        var name = String.valueOf(file.getFileName());
        return name.toLowerCase(Locale.ROOT).endsWith(".md")
                && !name.equals("README.md")
                && !name.startsWith(".")
                && !Files.isDirectory(file);
    }

    private static Loaded load(Path file, ZoneId zone) {
        try {
            return ArticleFile.read(file, zone);
        } catch (BrokenFile e) {
            return new Loaded.Broken(file, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return new Loaded.Broken(file, why(e));
        }
    }

    /// The JDK's own message is often no more than a file's name.
    private static String why(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "is not there; check the name.";
            case NotDirectoryException _ -> "is a file; name the folder that it is in.";
            case AccessDeniedException _ -> "may not be read; give yourself the right to read it.";
            default -> "cannot be read (" + e.getMessage() + "); mend that and run again.";
        };
    }
}
