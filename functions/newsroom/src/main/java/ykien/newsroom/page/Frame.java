package ykien.newsroom.page;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ykien.page.Asset;
import ykien.signin.Role;
import ykien.signin.Session;

/// What stands around every page of the newsroom: head, way to its other pages, who is signed in.
///
/// @param title of the document, whole
/// @param session of whoever sees the page; empty for nobody who is signed in
/// @param place which of the newsroom's pages it is
public record Frame(Words words, String siteName, String title, Optional<Session> session, Place place) {
    /// Where in the newsroom a page stands.
    public enum Place {
        /// The lists of comments, and a comment.
        COMMENTS,
        /// The phrase list.
        PHRASES,
        /// The log.
        LOG,
        /// Nowhere: an error.
        NOWHERE
    }

    /// The same, whose title tells this first.
    Frame telling(String what) {
        return new Frame(words, siteName, what + " " + title, session, place);
    }

    /// Whether whoever sees the page may do what that role may. What one may not do is not shown; that it is not done
    /// either is up to the actions.
    public boolean may(Role role) {
        return session.map(s -> s.person().role().includes(role)).orElse(false);
    }

    /// Whether whoever sees the page may decide about this comment.
    public boolean maySettle(ShownComment shown) {
        return session.map(s -> shown.isDecidedBy(s.person().role())).orElse(false);
    }

    /// The value of `aria-current` for the link to a place; null for none.
    public @Nullable String currency(Place other) {
        return place == other ? "true" : null;
    }

    /// The paths of the style sheets: the paper's own, and over it the newsroom's.
    public List<String> styleSheets() {
        return List.of(Asset.STYLE_SHEET.path(), NewsroomAssets.STYLE_SHEET.path());
    }

    /// The script's path.
    public String script() {
        return NewsroomAssets.SCRIPT.path();
    }

    /// The icon's path.
    public String icon() {
        return Asset.ICON.path();
    }
}
