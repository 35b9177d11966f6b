package ykien.newsroom.page;

import java.util.Optional;
import ykien.comment.CommentId;
import ykien.http.Parameters;
import ykien.http.Refusal;

/// Where a form leads once it is done: the list or the comment that it stood on. It travels in the form, so what
/// comes back is read part by part and written anew: it leads out of the newsroom in no case.
///
/// @param path with its query
/// @param next the comment to go on with there
public record Back(String path, Optional<CommentId> next) {
    /// The field that holds [#path].
    public static final String FIELD = "back";

    /// The field that holds [#next].
    public static final String NEXT_FIELD = "next";

    private static final String COMMENT = "/newsroom/comments/";

    /// Back to this list.
    public static Back to(ListQuery list) {
        return new Back(list.path(), Optional.empty());
    }

    /// Back to this comment's own page.
    public static Back to(CommentId comment) {
        return new Back(COMMENT + comment, Optional.empty());
    }

    /// The one that a form brought along; the queue where it brought none that is one.
    public static Back in(Parameters form) {
        return new Back(path(form.one(FIELD).orElse("")), form.one(NEXT_FIELD).flatMap(CommentId::parse));
    }

    private static String path(String typed) {
        if (typed.startsWith(COMMENT)) {
            return CommentId.parse(typed.substring(COMMENT.length()))
                    .map(id -> COMMENT + id)
                    .orElse(ListQuery.QUEUE.path());
        }
        return list(typed).path();
    }

    private static ListQuery list(String typed) {
        if (!typed.startsWith("/newsroom?")) {
            return ListQuery.QUEUE;
        }
        try {
            return ListQuery.of(Parameters.decode(typed.substring("/newsroom?".length())));
        } catch (Refusal _) {
            return ListQuery.QUEUE;
        }
    }

    /// The list that it leads to; the queue if it leads to a comment's own page.
    public ListQuery list() {
        return list(path);
    }

    /// The same, going on with that comment.
    public Back goingOnWith(Optional<CommentId> comment) {
        return new Back(path, comment);
    }

    /// The address that tells there what was done with this comment. It names the comment and nothing else: what was
    /// done with it, the page reads in the table.
    public String telling(CommentId done) {
        return telling("done=" + done);
    }

    /// The address that tells there how many comments were decided about.
    public String telling(int decided) {
        return telling("decided=" + decided);
    }

    private String telling(String what) {
        return path
                + (path.contains("?") ? "&" : "?")
                + what
                + next.map(id -> "#c-" + id).orElse("");
    }
}
