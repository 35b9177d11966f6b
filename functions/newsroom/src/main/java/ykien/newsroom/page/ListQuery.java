package ykien.newsroom.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Optional;
import java.util.StringJoiner;
import ykien.article.Slug;
import ykien.comment.CommentId;
import ykien.http.Parameters;
import ykien.http.Problem;
import ykien.http.Refusal;
import ykien.listing.Cursor;
import ykien.moderation.Listing;
import ykien.moderation.State;

/// Which comments somebody wants to see: what stands behind the `?` of `/newsroom`.
///
/// @param state the pile
/// @param article only those under this article
/// @param senderOf only those of whoever sent this comment, from all piles. A sender is named by a comment, so that no
/// address of ours holds a reader's
/// @param words only those that have these words; empty text for all
/// @param after where the page before ended
public record ListQuery(
        State state, Optional<Slug> article, Optional<CommentId> senderOf, String words, Optional<Cursor> after) {
    /// In code points: more than that nobody looks for.
    public static final int LONGEST_WORDS = 100;

    /// The queue: what waits, from its start.
    public static final ListQuery QUEUE =
            new ListQuery(State.WAITING, Optional.empty(), Optional.empty(), "", Optional.empty());

    /// Reads it; what is not there is as in [#QUEUE].
    ///
    /// @throws Refusal with status 400 if a part of it is none that a page of ours leads to
    public static ListQuery of(Parameters query) {
        return new ListQuery(
                query.one("state").map(ListQuery::state).orElse(State.WAITING),
                query.one("article")
                        .filter(it -> !it.isBlank())
                        .map(it -> Slug.parse(it).orElseThrow(ListQuery::broken)),
                query.one("sender-of").map(it -> CommentId.parse(it).orElseThrow(ListQuery::broken)),
                query.one("q").map(ListQuery::words).orElse(""),
                query.one("after").map(it -> Cursor.parse(it).orElseThrow(ListQuery::broken)));
    }

    private static State state(String word) {
        return State.of(word).orElseThrow(ListQuery::broken);
    }

    private static String words(String typed) {
        var words = typed.strip();
        return words.codePointCount(0, words.length()) <= LONGEST_WORDS
                ? words
                : words.substring(0, words.offsetByCodePoints(0, LONGEST_WORDS));
    }

    /// The address of a list, of comments or of the log, that no page of ours leads to.
    static Refusal broken() {
        return new Refusal(Problem.of(
                400,
                "bad-list",
                "Địa chỉ danh sách không đúng",
                "Địa chỉ này không đầy đủ hoặc đã bị sửa. Hãy mở lại từ đầu danh sách."));
    }

    /// What the piles are asked for.
    public Listing listing() {
        if (senderOf.isPresent()) {
            return new Listing.FromSenderOf(senderOf.get());
        }
        return article.<Listing>map(slug -> new Listing.Under(slug, state)).orElseGet(() -> new Listing.Whole(state));
    }

    /// The path of the list, with its query.
    public String path() {
        var query = new StringJoiner("&", "/newsroom?", "").setEmptyValue("/newsroom");
        if (senderOf.isPresent()) {
            query.add("sender-of=" + senderOf.get());
        } else if (state != State.WAITING) {
            query.add("state=" + state.word());
        }
        article.ifPresent(slug -> query.add("article=" + slug));
        if (!words.isEmpty()) {
            query.add("q=" + URLEncoder.encode(words, UTF_8));
        }
        after.ifPresent(cursor -> query.add("after=" + cursor.token()));
        return query.toString();
    }

    /// The same list from its start.
    public ListQuery first() {
        return new ListQuery(state, article, senderOf, words, Optional.empty());
    }

    /// The same list, from there on.
    public ListQuery after(Cursor cursor) {
        return new ListQuery(state, article, senderOf, words, Optional.of(cursor));
    }

    /// The same of another pile.
    public ListQuery in(State other) {
        return new ListQuery(other, article, Optional.empty(), words, Optional.empty());
    }

    /// The same pile, of that article alone.
    public ListQuery under(Slug slug) {
        return new ListQuery(state, Optional.of(slug), Optional.empty(), "", Optional.empty());
    }

    /// The whole pile.
    public ListQuery whole() {
        return new ListQuery(state, Optional.empty(), Optional.empty(), "", Optional.empty());
    }

    /// Whether it is less than a whole pile.
    public boolean isFiltered() {
        return article.isPresent() || senderOf.isPresent() || !words.isEmpty();
    }

    @Override
    public String toString() {
        return "ListQuery[hidden]";
    }
}
