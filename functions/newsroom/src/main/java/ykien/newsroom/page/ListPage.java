package ykien.newsroom.page;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import ykien.comment.CommentId;
import ykien.listing.Cursor;
import ykien.moderation.ArticleLine;
import ykien.moderation.State;

/// A page of comments to decide about.
///
/// @param article the one that they all stand under, where the query names one
/// @param examined how many comments were looked at to find these; empty where nothing was sought
/// @param next where the next page starts
public record ListPage(
        Frame frame,
        ListQuery query,
        Optional<ArticleLine> article,
        List<ShownComment> comments,
        OptionalInt examined,
        Optional<Cursor> next,
        Notice notice,
        BulkForm bulk) {
    public ListPage {
        comments = List.copyOf(comments);
    }

    /// What the list is.
    public String heading() {
        return heading(frame.words(), query, article);
    }

    static String heading(Words words, ListQuery query, Optional<ArticleLine> article) {
        var pile = query.senderOf().isPresent() ? words.say("list.of-sender") : words.name("list", query.state());
        var under = article.map(it -> words.say(
                        "list.of-article", pile, it.title().orElse(it.slug().value())))
                .orElse(pile);
        return query.words().isEmpty() ? under : words.say("list.found", query.words(), under);
    }

    /// The same, its title telling first what was done: that is what a screen reader says first of a page.
    ListPage told() {
        return switch (notice) {
            case Notice.Done(var comment) -> titled(frame.words().done(comment));
            case Notice.Decided(var number) -> titled(frame.words().count("done.bulk", number));
            case Notice.None _, Notice.Late _, Notice.Busy _ -> this;
        };
    }

    private ListPage titled(String told) {
        return new ListPage(frame.telling(told), query, article, comments, examined, next, notice, bulk);
    }

    /// What stands there where there are no comments.
    public String nothing() {
        return query.isFiltered() || query.after().isPresent()
                ? frame.words().say("list.none-found")
                : frame.words().name("list.none", query.state());
    }

    /// The value of `aria-current` for the link to a pile; null for none.
    public @Nullable String currency(State state) {
        return query.senderOf().isEmpty() && query.state() == state ? "page" : null;
    }

    /// Where its forms lead back to.
    public Back back() {
        return Back.to(query).goingOnWith(comments.stream().findFirst().map(ListPage::id));
    }

    /// Where the form of one of the comments leads back to: to the one after it, or else before.
    public Back back(int index) {
        var neighbour = index + 1 < comments.size() ? index + 1 : index - 1;
        return Back.to(query).goingOnWith(neighbour < 0 ? Optional.empty() : Optional.of(id(comments.get(neighbour))));
    }

    /// Whether there are comments to tick, and one thing that can be done with all of them.
    public boolean isChoosable() {
        return query.senderOf().isEmpty() && comments.stream().anyMatch(frame::maySettle);
    }

    private static CommentId id(ShownComment shown) {
        return shown.comment().id();
    }
}
