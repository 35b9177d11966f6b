package ykien.newsroom.page;

import java.util.Optional;
import ykien.http.Fault;

/// The form in which the newsroom's reply is written.
///
/// @param text as it was typed
/// @param fault what is wrong with it
public record ReplyForm(String text, Optional<Fault> fault) {
    /// The field of the text.
    public static final String FIELD = "text";
}
