package ykien.challenge;

import java.util.Optional;
import ykien.article.Slug;

/// Which form a challenge was issued for. One form's challenge is of no use for another.
///
/// @param value `article:` and the slug of the article whose comment form it is; or `form:` and the name of any other
/// form of the site, which is spelled like a slug. No name of the one kind is one of the other.
/// @param worked whether it is what stands behind an answer for which a browser has also done its [Work]
public record FormId(String value, boolean worked) {
    private static final String ARTICLE = "article:";
    private static final String OTHER = "form:";

    public FormId {
        if (!isForm(value)) {
            throw new IllegalArgumentException("a form is article:SLUG or form:NAME, not: " + value);
        }
    }

    /// The form of this value, if it is one.
    public static Optional<FormId> parse(String value) {
        return isForm(value) ? Optional.of(new FormId(value, false)) : Optional.empty();
    }

    /// The comment form under this article.
    public static FormId under(Slug article) {
        return new FormId(ARTICLE + article.value(), false);
    }

    /// Another form of the site, such as `contact`; empty if this can be no form's name.
    public static Optional<FormId> named(String name) {
        return Slug.parse(name).map(slug -> new FormId(OTHER + slug.value(), false));
    }

    /// The same form, for a challenge that was answered with work: no other challenge passes for one of these.
    public FormId withWork() {
        return new FormId(value, true);
    }

    /// Whether it is the comment form under an article.
    public boolean isOfArticle() {
        return value.startsWith(ARTICLE);
    }

    /// The slug of its article, or the name of the other form.
    public Slug name() {
        return new Slug(value.substring(value.indexOf(':') + 1));
    }

    /// What goes into a seal as associated data.
    String bound() {
        return worked ? "worked " + value : value;
    }

    private static boolean isForm(String value) {
        var name = value.substring(value.indexOf(':') + 1);
        return Slug.parse(name).isPresent() && (value.equals(ARTICLE + name) || value.equals(OTHER + name));
    }
}
