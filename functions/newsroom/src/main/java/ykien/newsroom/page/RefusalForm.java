package ykien.newsroom.page;

import java.util.Optional;
import ykien.http.Fault;
import ykien.moderation.Reason;

/// The part of a form in which somebody says why a comment is refused.
///
/// @param reason a [Reason#key] as it was chosen; empty text for none yet
/// @param note as it was typed
/// @param fault what is wrong with the two
public record RefusalForm(String reason, String note, Optional<Fault> fault) {
    /// Nothing chosen, nothing typed.
    public static final RefusalForm EMPTY = new RefusalForm("", "", Optional.empty());

    /// The field of the reason.
    public static final String REASON_FIELD = "reason";

    /// The field of the note.
    public static final String NOTE_FIELD = "note";

    /// The same with this wrong with it.
    public RefusalForm with(Fault fault) {
        return new RefusalForm(reason, note, Optional.of(fault));
    }

    /// Whether this reason was chosen.
    public boolean isChosen(Reason other) {
        return other.key().equals(reason);
    }
}
