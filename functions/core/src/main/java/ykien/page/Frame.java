package ykien.page;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ykien.article.Category;

/// What stands around every page: head, masthead, foot.
///
/// @param title of the document, whole
/// @param canonical the page's one address; empty for pages that search engines are to pass over
/// @param preview what a shared link shows
/// @param categories for the navigation, in the order of their addresses: the same on every page
/// @param place which of them, or what else, the page is
public record Frame(
        String siteName,
        String title,
        Optional<String> description,
        Optional<String> canonical,
        Optional<Preview> preview,
        List<Category> categories,
        Place place) {
    public Frame {
        categories = categories.stream()
                .distinct()
                .sorted(Comparator.comparing(category -> category.slug().value()))
                .toList();
    }

    /// A shared link's title and the address of its photo.
    public record Preview(String title, Optional<String> image) {}

    /// Where in the paper a page stands.
    public enum Place {
        /// The first page of the front page.
        FRONT,
        /// A later page of it.
        FRONT_LATER,
        /// A category's list.
        CATEGORY,
        /// An article of a category, or a page of its comments.
        ARTICLE,
        /// Nowhere: an error.
        NOWHERE
    }

    /// Whether the page is the front page itself.
    public boolean isFront() {
        return place == Place.FRONT;
    }

    /// Whether the page is a list of articles.
    public boolean isList() {
        return place == Place.FRONT || place == Place.FRONT_LATER || place == Place.CATEGORY;
    }

    /// The value of `aria-current` for the link to a category; null for none.
    public @Nullable String currency(Category category) {
        if (categories.size() != 1 || !categories.contains(category)) {
            return null;
        }
        return switch (place) {
            case CATEGORY -> "page";
            case ARTICLE -> "true";
            default -> null;
        };
    }

    /// The style sheet's path.
    public String styleSheet() {
        return Asset.STYLE_SHEET.path();
    }

    /// The icon's path.
    public String icon() {
        return Asset.ICON.path();
    }
}
