package ykien.publishing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import ykien.article.Article;
import ykien.article.Card;
import ykien.article.Category;
import ykien.article.Html;
import ykien.article.Photo;
import ykien.article.Slug;

/// One article's file, with what its front matter must say.
final class ArticleFile {
    /// In bytes, of the Markdown; keeps a mistaken file from being read whole.
    private static final long LARGEST = 1024 * 1024;

    /// In bytes, of the HTML: DynamoDB takes 400 KB an item, and the rest of the article needs some of it.
    private static final int LARGEST_BODY = 350_000;

    private final Path file;
    private final ZoneId zone;
    private final FrontMatter frontMatter;

    private ArticleFile(Path file, ZoneId zone, FrontMatter frontMatter) {
        this.file = file;
        this.zone = zone;
        this.frontMatter = frontMatter;
    }

    /// @throws BrokenFile if it can't be published as it is
    static Loaded.Ready read(Path file, ZoneId zone) throws IOException {
        var slug = slug(file);
        if (!Files.isRegularFile(file)) {
            throw new BrokenFile("is no file that an article could be read from; move it away.");
        }
        if (Files.size(file) > LARGEST) {
            throw new BrokenFile("is larger than " + LARGEST / 1024 + " KB; part it into several articles.");
        }
        var source = ArticleSource.of(Files.readAllBytes(file));
        return new ArticleFile(file, zone, FrontMatter.parse(source.frontMatter())).load(slug, source);
    }

    private static Slug slug(Path file) {
        var name = String.valueOf(file.getFileName());
        return Optional.of(name)
                .filter(it -> it.endsWith(".md"))
                .flatMap(it -> Slug.parse(it.substring(0, it.length() - ".md".length())))
                .orElseThrow(() -> new BrokenFile("its name without .md is the article's slug, 1 to 120 of a-z, 0-9 and"
                        + " single hyphens; rename it."));
    }

    private Loaded.Ready load(Slug slug, ArticleSource source) throws IOException {
        var photo = photo();
        var card = new Card(
                slug,
                frontMatter.required("title"),
                frontMatter.text("dek"),
                category(),
                photo.map(this::describe),
                published(),
                0);
        var article = new Article(card, frontMatter.text("byline"), body(source), frontMatter.text("source"), open());
        return new Loaded.Ready(file, article, photo);
    }

    private Instant published() {
        var text = frontMatter.required("published");
        try {
            var at = text.length() == "2026-11-22".length()
                    ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
            return inFourDigits(at);
        } catch (DateTimeException _) {
            throw frontMatter.fault(
                    "published", "is neither a date as 2026-11-22 nor a date-time as 2026-11-20T18:30:00+07:00");
        }
    }

    /// A time that sorts as text.
    private static Instant inFourDigits(Instant at) {
        if (at.isBefore(Instant.parse("0001-01-01T00:00:00Z")) || at.isAfter(Instant.parse("9999-12-31T23:59:59Z"))) {
            throw new DateTimeException("the year has not four digits");
        }
        return at;
    }

    private Optional<Category> category() {
        return frontMatter
                .text("category")
                .map(name -> new Category(
                        Slugs.of(name)
                                .orElseThrow(() -> frontMatter.fault(
                                        "category", "has no letter of a-z and no digit to make an address of")),
                        name));
    }

    private boolean open() {
        return switch (frontMatter.text("comments").orElse("open")) {
            case "open" -> true;
            case "closed" -> false;
            default -> throw frontMatter.fault("comments", "is neither open nor closed");
        };
    }

    private Optional<PhotoFile> photo() throws IOException {
        var name = frontMatter.text("photo");
        if (name.isEmpty()) {
            for (var key : new String[] {"alt", "caption"}) {
                if (frontMatter.text(key).isPresent()) {
                    throw frontMatter.fault(key, "describes a photo, but the key photo is missing");
                }
            }
            return Optional.empty();
        }
        if (frontMatter.text("alt").isEmpty()) {
            throw frontMatter.fault("photo", "needs the key alt, which says what the photo shows");
        }
        return Optional.of(PhotoFile.read(beside(name.get()), why -> frontMatter.fault("photo", why)));
    }

    /// A file of the article's own folder: no path leads out of it.
    private Path beside(String name) {
        if (name.startsWith(".") || name.contains("/") || name.contains("\\") || name.contains(":")) {
            throw frontMatter.fault("photo", "is not the plain name of a file in the article's folder");
        }
        return file.resolveSibling(name);
    }

    private Photo describe(PhotoFile photo) {
        return new Photo(
                photo.name(), photo.width(), photo.height(), frontMatter.required("alt"), frontMatter.text("caption"));
    }

    private static Html body(ArticleSource source) {
        var body = Markdown.toHtml(source.text());
        if (!Markdown.hasText(body)) {
            throw BrokenFile.at(source.textLine(), "there is no text below the front matter; write it there.");
        }
        var bytes = body.value().getBytes(UTF_8).length;
        if (bytes > LARGEST_BODY) {
            throw BrokenFile.at(
                    source.textLine(),
                    "the text makes " + bytes + " bytes of HTML, at most " + LARGEST_BODY + " can be kept; part it.");
        }
        return body;
    }
}
