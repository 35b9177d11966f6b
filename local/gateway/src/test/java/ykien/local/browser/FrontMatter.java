package ykien.local.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/// What an article's file says about it, and its pages therefore have to show.
///
/// @param slug the file's name
record FrontMatter(String slug, String text) {
    /// The front matter of this file.
    static FrontMatter of(Path file) throws IOException {
        var name = String.valueOf(file.getFileName());
        return new FrontMatter(
                name.substring(0, name.length() - ".md".length()),
                Files.readString(file).split("(?m)^---$", 3)[1]);
    }

    /// As it stands on the page, in brackets.
    String date() {
        var day = LocalDate.parse(value("published").substring(0, "2017-05-25".length()));
        return "(" + day.format(DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT)) + ")";
    }

    /// The value of this key.
    String value(String key) {
        return Pattern.compile("(?m)^" + key + ": *\"?(.*?)\"? *$")
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(slug + " has no " + key));
    }
}
