package ykien.article;

import java.util.Optional;

/// The last part of an article's address: 1 to 120 of `a`-`z`, `0`-`9`, single hyphens. Text from outside: [#parse].
public record Slug(String value) {
    private static final int LONGEST = 120;

    public Slug {
        if (!isSlug(value)) {
            throw new IllegalArgumentException("a slug is 1 to 120 of a-z, 0-9 and single hyphens, not: " + value);
        }
    }

    /// The slug that this text is, if it is one.
    public static Optional<Slug> parse(String text) {
        return isSlug(text) ? Optional.of(new Slug(text)) : Optional.empty();
    }

    private static boolean isSlug(String text) {
        var previous = '-';
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '-' ? previous == '-' : !((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))) {
                return false;
            }
            previous = c;
        }
        return previous != '-' && text.length() <= LONGEST;
    }

    @Override
    public String toString() {
        return value;
    }
}
