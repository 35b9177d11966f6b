package ykien.local;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ykien.article.Article;
import ykien.article.Articles;
import ykien.article.PhotoName;
import ykien.publishing.ArticleFolder;
import ykien.publishing.Loaded;
import ykien.publishing.UnreadableFolder;

/// The articles of one folder, all of them fit to be published.
record Publication(Path folder, List<Loaded.Ready> ready) {
    /// @param zone the site's
    /// @throws StartFailure if the folder or one of its files can't be read as articles
    static Publication read(Path folder, ZoneId zone) throws StartFailure {
        var ready = new ArrayList<Loaded.Ready>();
        for (var loaded : load(folder, zone)) {
            switch (loaded) {
                case Loaded.Ready article -> ready.add(article);
                case Loaded.Broken broken -> throw new StartFailure(broken.file() + ": " + broken.why());
            }
        }
        return new Publication(folder, ready);
    }

    private static List<Loaded> load(Path folder, ZoneId zone) throws StartFailure {
        try {
            return ArticleFolder.read(folder, zone);
        } catch (UnreadableFolder e) {
            throw new StartFailure(String.valueOf(e.getMessage()), e);
        }
    }

    void into(Articles articles) {
        ready.forEach(one -> articles.publish(one.article()));
    }

    /// Where each photo lies.
    Map<PhotoName, Path> photos() {
        var files = new HashMap<PhotoName, Path>();
        ready.forEach(one -> one.photo().ifPresent(photo -> files.put(photo.name(), photo.file())));
        return files;
    }

    /// The newest article that readers see at this time.
    Optional<Article> newest(Instant now) {
        return ready.stream()
                .map(Loaded.Ready::article)
                .filter(article -> !article.card().publishedAt().isAfter(now))
                .max(Comparator.comparing(article -> article.card().publishedAt()));
    }
}
