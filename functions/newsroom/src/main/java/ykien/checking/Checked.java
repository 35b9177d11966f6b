package ykien.checking;

import java.util.List;
import java.util.Locale;

/// What came of checking one comment. Nothing in it is a decision: a comment without a finding waits like any other.
public sealed interface Checked {
    /// What was found, by place: title, name, content, and from the front.
    List<Finding> findings();

    /// Every check was made.
    ///
    /// @param hasMore whether there is more than the [Checker#MOST_FINDINGS] that are named
    record Whole(List<Finding> findings, boolean hasMore) implements Checked {
        public Whole {
            findings = List.copyOf(findings);
        }

        /// Whether nothing was found.
        public boolean isClean() {
            return findings.isEmpty();
        }
    }

    /// Not every check was made, so that nothing follows from what was not found: show the comment as not checked.
    ///
    /// @param findings what was found all the same
    /// @param cause where it failed: a class and a place in our code, nothing that a reader typed; else empty text
    record Unchecked(Reason reason, List<Finding> findings, String cause) implements Checked {
        public Unchecked {
            findings = List.copyOf(findings);
        }
    }

    /// Why not.
    enum Reason {
        /// There is no phrase list, or it can't be read.
        NO_PHRASES,
        /// It is too long, or looking for the phrases took more steps than a comment may cost.
        TOO_MUCH,
        /// The checker has a bug.
        FAILED;

        /// Its name in the messages, such as `finding.unchecked.no-phrases`.
        public String key() {
            return "finding.unchecked." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
