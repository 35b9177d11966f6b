package ykien.newsroom.page;

import java.util.List;
import java.util.Optional;
import ykien.http.Fault;
import ykien.moderation.Paper;

/// The phrase list, to be changed.
///
/// @param text as it stands in the form
/// @param paper as it is kept now: the form brings its version along
/// @param faults what is wrong with the text
/// @param telling what became of sending it
public record PhrasesPage(Frame frame, String text, Paper paper, List<Fault> faults, Telling telling) {
    /// The field of the text.
    public static final String FIELD = "phrases";

    /// What became of sending it.
    public enum Telling {
        /// Nothing was sent.
        NOTHING,
        /// It is kept from now on.
        SAVED,
        /// Somebody else has changed it since: what was typed is still there, and so is theirs.
        LATE,
        /// Too many decided at once; nothing was changed.
        BUSY
    }

    public PhrasesPage {
        faults = List.copyOf(faults);
    }

    /// The page as it is opened.
    public static PhrasesPage of(Frame frame, Paper paper, boolean saved) {
        return new PhrasesPage(frame, paper.text(), paper, List.of(), saved ? Telling.SAVED : Telling.NOTHING);
    }

    /// Who changed it last.
    public Optional<Paper.Change> change() {
        return paper.change();
    }

    /// Whether somebody else has changed it since the form was shown.
    public boolean isLate() {
        return telling == Telling.LATE;
    }
}
