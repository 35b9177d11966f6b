package ykien.decisionlog;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import ykien.article.Slug;
import ykien.comment.CommentId;

/// What somebody does, before it has a number in the log.
///
/// @param at when, to the millisecond
/// @param by who
/// @param comment the comment that it is about
/// @param article the article that it is about, or that the comment stands under
/// @param before what was so until then, by the key of a [Fact]: never a reader's words, name, e-mail address or phone
/// number
/// @param after what is so from then on, likewise
public record Act(
        Instant at,
        Actor by,
        What what,
        Optional<CommentId> comment,
        Optional<Slug> article,
        Map<String, String> before,
        Map<String, String> after) {
    /// @throws IllegalArgumentException if what changed has no name that the log's page could tell
    public Act {
        at = at.truncatedTo(ChronoUnit.MILLIS);
        before = Map.copyOf(before);
        after = Map.copyOf(after);
        refuseNameless(before);
        refuseNameless(after);
    }

    private static void refuseNameless(Map<String, String> facts) {
        facts.keySet().stream()
                .filter(key -> Fact.of(key).isEmpty())
                .findFirst()
                .ifPresent(key -> {
                    throw new IllegalArgumentException("the log keeps no “" + key + "”; name it in Fact");
                });
    }
}
