package ykien.newsroom.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.StringJoiner;
import ykien.article.Slug;
import ykien.comment.CommentId;
import ykien.decisionlog.LogFilter;
import ykien.decisionlog.Progress;
import ykien.decisionlog.What;
import ykien.http.Parameters;
import ykien.http.Refusal;

/// Which entries of the log somebody wants to see: what stands behind the `?` of `/newsroom/log`.
///
/// @param below where the page before ended
public record LogQuery(LogFilter filter, OptionalLong below) {
    /// Reads it; fields that were left empty filter nothing.
    ///
    /// @throws Refusal with status 400 if a part of it is none that a page of ours leads to
    public static LogQuery of(Parameters query) {
        return new LogQuery(
                new LogFilter(
                        field(query, "who"),
                        field(query, "what").map(key -> What.of(key).orElseThrow(ListQuery::broken)),
                        field(query, "article").map(slug -> Slug.parse(slug).orElseThrow(ListQuery::broken)),
                        field(query, "comment").map(id -> CommentId.parse(id).orElseThrow(ListQuery::broken))),
                number(query, "below"));
    }

    /// A number of an entry; empty where there is none.
    ///
    /// @throws Refusal with status 400 if it is no number
    public static OptionalLong number(Parameters query, String name) {
        var typed = field(query, name);
        if (typed.isEmpty()) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(BulkForm.version(typed.get()).orElseThrow(ListQuery::broken));
    }

    /// How far a verification has come, as its address says.
    ///
    /// @throws Refusal with status 400 if that is no number
    public static Progress progress(Parameters query) {
        return new Progress(
                number(query, "through").orElse(0), !query.one("witnessed").equals(Optional.of("no")));
    }

    /// The query of the address where a verification goes on.
    public static String goingOn(Progress progress) {
        return "?through=" + progress.through() + "&witnessed=" + (progress.witnessed() ? "yes" : "no");
    }

    private static Optional<String> field(Parameters query, String name) {
        return query.one(name).map(String::strip).filter(typed -> !typed.isEmpty());
    }

    /// Whether it is less than the whole log.
    public boolean isFiltered() {
        return !filter.equals(LogFilter.ALL);
    }

    /// Whether only entries of this kind are asked for.
    public boolean isOf(What what) {
        return filter.what().equals(Optional.of(what));
    }

    /// The path of the same entries, below that number.
    public String below(long number) {
        return path(OptionalLong.of(number));
    }

    /// The path of the newest of them.
    public String first() {
        return path(OptionalLong.empty());
    }

    private String path(OptionalLong below) {
        var query = new StringJoiner("&", "/newsroom/log?", "").setEmptyValue("/newsroom/log");
        filter.who().ifPresent(who -> query.add("who=" + URLEncoder.encode(who, UTF_8)));
        filter.what().ifPresent(what -> query.add("what=" + what.key()));
        filter.article().ifPresent(slug -> query.add("article=" + slug));
        filter.comment().ifPresent(id -> query.add("comment=" + id));
        below.ifPresent(number -> query.add("below=" + number));
        return query.toString();
    }
}
