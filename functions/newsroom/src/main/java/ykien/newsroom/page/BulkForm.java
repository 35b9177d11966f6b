package ykien.newsroom.page;

import java.util.Optional;
import java.util.Set;
import ykien.comment.CommentId;
import ykien.http.Fault;
import ykien.moderation.Seen;

/// The form that decides the same about several comments.
///
/// @param chosen the comments that are ticked
/// @param reason as in [RefusalForm]
/// @param fault what is wrong with the choice or the reason
public record BulkForm(Set<CommentId> chosen, String reason, Optional<Fault> fault) {
    /// Nothing ticked.
    public static final BulkForm EMPTY = new BulkForm(Set.of(), "", Optional.empty());

    /// The field of each tick.
    public static final String FIELD = "comment";

    public BulkForm {
        chosen = Set.copyOf(chosen);
    }

    /// Whether what is wrong is that a refusal has no reason.
    public boolean lacksReason() {
        return fault.filter(it -> it.field().equals(RefusalForm.REASON_FIELD)).isPresent();
    }

    /// What a tick holds: the comment, and the version of it that is shown.
    public static String choice(Seen seen) {
        return seen.comment() + "." + seen.version();
    }

    /// Reads what [#choice] wrote.
    public static Optional<Seen> seen(String choice) {
        var dot = choice.indexOf('.');
        return dot < 0
                ? Optional.empty()
                : CommentId.parse(choice.substring(0, dot))
                        .flatMap(id -> version(choice.substring(dot + 1)).map(version -> new Seen(id, version)));
    }

    /// A version as a form brings it along.
    public static Optional<Long> version(String typed) {
        try {
            return Optional.of(Long.parseLong(typed)).filter(version -> version >= 0);
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
