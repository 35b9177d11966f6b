package ykien.challenge;

import java.util.Optional;
import ykien.article.Slug;

/// Which form a challenge was issued for. One form's challenge is of no use for another.
///
/// @param value `article:` and the slug of the article whose comment form it is; or `form:` and the name of any other
/// form of the site, which is spelled like a slug. No name of the one kind is one of the other.
public record FormId(String value) {
    private static final String ARTICLE = "article:";
    private static final String OTHER = "form:";

    public FormId {
        var name = value.substring(value.indexOf(':') + 1);
        if (Slug.parse(name).isEmpty() || !(value.equals(ARTICLE + name) || value.equals(OTHER + name))) {
            throw new IllegalArgumentException("a form is article:SLUG or form:NAME, not: " + value);
        }
    }

    /// The comment form under this article.
    public static FormId under(Slug article) {
        return new FormId(ARTICLE + article.value());
    }

    /// Another form of the site, such as `contact`; empty if this can be no form's name.
    public static Optional<FormId> named(String name) {
        return Slug.parse(name).map(slug -> new FormId(OTHER + slug.value()));
    }
}
