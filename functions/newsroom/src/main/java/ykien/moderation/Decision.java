package ykien.moderation;

import java.util.Optional;
import ykien.decisionlog.What;
import ykien.metric.Metric;

/// What the newsroom decides about a comment.
public sealed interface Decision {
    /// Show it to readers. A comment that readers reported stays, as by [Keep].
    record Approve() implements Decision {}

    /// Don't show it, or no longer.
    ///
    /// @param note more about the reason, up to [Note#LONGEST]; for [Reason#OTHER] it can't be blank
    record Refuse(Reason reason, Note note) implements Decision {
        public Refuse {
            if (note.length() > Note.LONGEST || (reason == Reason.OTHER && note.isBlank())) {
                throw new IllegalArgumentException("the note at a refusal has up to " + Note.LONGEST
                        + " characters, and at least one where the reason is another");
            }
        }
    }

    /// Don't show it, or no longer: it is spam.
    record Spam() implements Decision {}

    /// Take the last approval, refusal or keeping back: the comment is again what it was before that. One step:
    /// there is nothing to take back after it. Reply and pick stay as they are.
    record Undo() implements Decision {}

    /// Leave a comment that readers reported where they see it. What they reported so far is settled.
    record Keep() implements Decision {}

    /// Write the newsroom's reply, or change it. Readers see it below the comment, as soon as they see the comment.
    ///
    /// @param text 1 to [Note#LONGEST_REPLY]
    record Reply(Note text) implements Decision {
        public Reply {
            if (text.isBlank() || text.length() > Note.LONGEST_REPLY) {
                throw new IllegalArgumentException("a reply has 1 to " + Note.LONGEST_REPLY + " characters");
            }
        }
    }

    /// Take the newsroom's reply away.
    record RemoveReply() implements Decision {}

    /// Make an approved comment an editor's pick.
    record Pick() implements Decision {}

    /// Make it an editor's pick no longer.
    record Unpick() implements Decision {}

    /// What the operators are told where it was carried out; empty for what they need not know.
    default Optional<Metric> metric() {
        return switch (this) {
            case Approve _ -> Optional.of(Metric.COMMENTS_APPROVED);
            case Refuse _ -> Optional.of(Metric.COMMENTS_REFUSED);
            case Spam _ -> Optional.of(Metric.COMMENTS_SPAM);
            case Undo _ -> Optional.of(Metric.COMMENTS_UNDONE);
            case Keep _, Reply _, RemoveReply _, Pick _, Unpick _ -> Optional.empty();
        };
    }

    /// What the log calls it.
    default What what() {
        return switch (this) {
            case Approve _ -> What.APPROVE;
            case Refuse _ -> What.REFUSE;
            case Spam _ -> What.SPAM;
            case Undo _ -> What.UNDO;
            case Keep _ -> What.KEEP;
            case Reply _ -> What.REPLY;
            case RemoveReply _ -> What.REMOVE_REPLY;
            case Pick _ -> What.PICK;
            case Unpick _ -> What.UNPICK;
        };
    }
}
