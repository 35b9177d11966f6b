package ykien.moderation;

import java.util.Optional;

/// What the newsroom has made of a comment.
///
/// @param version raised by each decision about it; 0 for none. A decision takes it, so that nothing is overwritten
/// that its maker hasn't seen
/// @param spam whether it is refused as spam
/// @param ruling the last approval or refusal; empty while it waits
/// @param undoable whether there is a decision to take back
/// @param picked whether it is an editor's pick
/// @param reports how many readers reported it since it was last looked at
/// @param latest the last thing that was done to it
public record Standing(
        State state,
        long version,
        boolean spam,
        Optional<Ruling> ruling,
        boolean undoable,
        Optional<WrittenReply> reply,
        boolean picked,
        long reports,
        Optional<Latest> latest) {
    /// Whether readers reported it, and see it until an editor has decided.
    public boolean isReported() {
        return state == State.APPROVED && reports > 0;
    }

    /// The pile that it lies in.
    public State pile() {
        return isReported() ? State.WAITING : state;
    }
}
