package ykien.publishing;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import ykien.article.Slug;

/// Slugs made from words: `Đời sống` gives `doi-song`.
final class Slugs {
    private static final int LONGEST = 120;

    private Slugs() {}

    /// The slug of these words: without marks, in lower case, hyphens for all that is no letter of a-z and no
    /// digit. Empty where nothing is left.
    static Optional<Slug> of(String words) {
        var slug = new StringBuilder();
        Normalizer.normalize(words.replace('Đ', 'D').replace('đ', 'd'), Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(c -> append(slug, c));
        slug.setLength(Math.min(slug.length(), LONGEST));
        while (!slug.isEmpty() && slug.charAt(slug.length() - 1) == '-') {
            slug.setLength(slug.length() - 1);
        }
        return Slug.parse(slug.toString());
    }

    private static void append(StringBuilder slug, int c) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            slug.append((char) c);
        } else if (!slug.isEmpty() && slug.charAt(slug.length() - 1) != '-') {
            slug.append('-');
        }
    }
}
