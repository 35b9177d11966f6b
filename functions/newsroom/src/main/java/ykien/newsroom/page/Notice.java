package ykien.newsroom.page;

import java.util.EnumSet;
import java.util.Set;
import ykien.decisionlog.What;
import ykien.moderation.Latest;
import ykien.moderation.Moderated;

/// What a page has to tell before anything else.
public sealed interface Notice {
    /// Nothing.
    record None() implements Notice {}

    /// What was done with this comment just now, as it stands.
    record Done(Moderated comment) implements Notice {
        private static final Set<What> DECISIONS = EnumSet.of(What.APPROVE, What.REFUSE, What.SPAM, What.KEEP);

        /// Whether what was done last can be taken back.
        public boolean isUndoable() {
            var standing = comment.standing();
            return standing.undoable()
                    && standing.latest()
                            .map(Latest::what)
                            .filter(DECISIONS::contains)
                            .isPresent();
        }
    }

    /// How many comments were decided about just now.
    record Decided(long number) implements Notice {}

    /// Somebody else was first: the comment is not as it was when the form was shown.
    record Late() implements Notice {}

    /// Too many decided at once: nothing was changed, and the same again will do.
    record Busy() implements Notice {}
}
