package ykien.challenge;

import ykien.article.Slug;

/// Which form a challenge was issued for. One form's challenge is of no use for another.
public record FormId(String value) {
    /// The comment form under this article.
    public static FormId under(Slug article) {
        return new FormId("article:" + article.value());
    }
}
