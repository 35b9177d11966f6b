package ykien.vietnamese;

import java.util.List;

/// A search for words as Vietnamese readers type them: a syllable typed with marks finds that marking alone, one typed
/// without finds any. `da nang` finds Đà Nẵng and da nâng, `đà nang` the first of them alone.
///
/// It looks for whole syllables, side by side and in order: `an` does not find ban, for nearly every Vietnamese
/// syllable holds a shorter one, and `lũ lụt` does not find a text with lũ here and lụt there, for most words are two
/// syllables. Case, the place of a tone and whatever stands between two syllables make no difference.
public final class WordSearch {
    private final List<Syllable> wanted;

    private WordSearch(List<Syllable> wanted) {
        this.wanted = wanted;
    }

    /// A search for what was typed. It takes time in proportion to the text times the query: bound the query.
    public static WordSearch of(String query) {
        return new WordSearch(Syllable.of(query));
    }

    /// Whether there is nothing to look for, as in a query of nothing but punctuation. Such a search finds nothing.
    public boolean isEmpty() {
        return wanted.isEmpty();
    }

    /// Whether the words are in this text.
    public boolean matches(String text) {
        var syllables = Syllable.of(text);
        for (var i = 0; i + wanted.size() <= syllables.size() && !isEmpty(); i++) {
            if (startsWithWanted(syllables.subList(i, syllables.size()))) {
                return true;
            }
        }
        return false;
    }

    private boolean startsWithWanted(List<Syllable> syllables) {
        for (var i = 0; i < wanted.size(); i++) {
            if (!finds(wanted.get(i), syllables.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean finds(Syllable typed, Syllable there) {
        return typed.isMarked()
                ? typed.marked().equals(there.marked())
                : typed.plain().equals(there.plain());
    }
}
