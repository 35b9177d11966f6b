package ykien.checking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import ykien.vietnamese.Sign;
import ykien.vietnamese.Signs;
import ykien.vietnamese.Syllable;

/// One field's text, read once for all finders.
record Typed(Field field, String text, List<Sign> signs, List<Syllable> syllables) {
    static Typed of(Field field, String text) {
        var signs = Signs.of(text);
        return new Typed(field, text, signs, Syllable.of(signs));
    }

    /// What was found from one sign to before another.
    Finding finding(Kind kind, int from, int to) {
        return Finding.of(
                kind, field, signs.get(from).start(), signs.get(to - 1).end());
    }

    Finding finding(Phrase phrase, Kind kind, int start, int end, Set<Way> ways) {
        return new Finding(kind, field, start, end, Optional.of(phrase.text()), ways);
    }

    /// The places in [#signs] of what is parted by other signs than these: where each begins, and before which it ends.
    List<Span> spans(Predicate<Sign> belongs) {
        var spans = new ArrayList<Span>();
        var from = 0;
        for (var i = 0; i <= signs.size(); i++) {
            if (i == signs.size() || !belongs.test(signs.get(i))) {
                if (i > from) {
                    spans.add(new Span(from, i));
                }
                from = i + 1;
            }
        }
        return spans;
    }

    /// From one sign to before another.
    record Span(int from, int to) {
        int length() {
            return to - from;
        }
    }
}
