package ykien.checking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import ykien.vietnamese.Letters;
import ykien.vietnamese.Sign;

/// A text as the letters and digits that spell it, and what parts them: what phrases are looked for in, and what
/// phrases are made of.
final class Spelling {
    /// What stands between two letters.
    enum Gap {
        NONE,
        PUNCTUATION,
        SPACE
    }

    /// One letter or digit.
    ///
    /// @param base what is read; of a stand-in, the letter that it stands for
    /// @param gap what stands before it
    /// @param end where it ends in the text, in chars; of a letter kept for many, where the last of them ends
    record Letter(int base, Sign sign, boolean isStandIn, Gap gap, int end) {
        boolean isDigit() {
            return base >= '0' && base <= '9';
        }

        /// Whether Vietnamese has marks for it.
        boolean bearsMarks() {
            return Letters.isVowel(base) || base == 'd';
        }
    }

    /// The same letter one or more times, whatever stands between.
    ///
    /// @param key what phrases are looked up by: i and y, which may stand for each other, have one
    record Run(int key, int from, int to) {
        int length() {
            return to - from;
        }
    }

    /// Letters that nothing parts: a syllable, or a bit of a word that is spaced out.
    record Piece(int from, int to, boolean hasVowel, boolean isOneLetter, boolean isMarked) {}

    /// A letter repeated without a gap is kept so many times: three are as good as a million.
    private static final int MOST_ALIKE = 3;

    private final List<Letter> letters = new ArrayList<>();
    private final List<Run> runs = new ArrayList<>();
    private final List<Piece> pieces = new ArrayList<>();
    private int[] pieceOf = {};
    private int[] wordStarts = {};
    private int[] wordEnds = {};

    private Spelling() {}

    /// Digits are digits, symbols are punctuation.
    static Spelling literal(List<Sign> signs) {
        return read(signs, StandIns.none(signs));
    }

    /// Digits and symbols are read as the letters they stand for, wherever that is likely. Empty if it nowhere is.
    static Optional<Spelling> withStandIns(List<Sign> signs) {
        var standIns = StandIns.in(signs);
        return standIns.isEmpty() ? Optional.empty() : Optional.of(read(signs, standIns));
    }

    private static Spelling read(List<Sign> signs, StandIns standIns) {
        var spelling = new Spelling();
        var gap = Gap.SPACE;
        for (var i = 0; i < signs.size(); i++) {
            var sign = signs.get(i);
            if (sign.isWordly() || standIns.has(i)) {
                spelling.add(new Letter(standIns.at(i), sign, standIns.has(i), gap, sign.end()));
                gap = Gap.NONE;
            } else if (gap != Gap.SPACE) {
                gap = sign.isSpace() ? Gap.SPACE : Gap.PUNCTUATION;
            }
        }
        spelling.finish();
        return spelling;
    }

    private void add(Letter letter) {
        var last = letters.size() - 1;
        if (letter.gap() == Gap.NONE && !letter.isDigit() && isFullOf(letter.base())) {
            var kept = letters.get(last);
            letters.set(last, new Letter(kept.base(), kept.sign(), kept.isStandIn(), kept.gap(), letter.end()));
        } else {
            letters.add(letter);
        }
    }

    private boolean isFullOf(int base) {
        for (var i = 1; i <= MOST_ALIKE; i++) {
            if (letters.size() < i || letters.get(letters.size() - i).base() != base) {
                return false;
            }
            if (i < MOST_ALIKE && letters.get(letters.size() - i).gap() != Gap.NONE) {
                return false;
            }
        }
        return true;
    }

    private void finish() {
        pieceOf = new int[letters.size()];
        wordStarts = new int[letters.size()];
        wordEnds = new int[letters.size()];
        for (int from = 0, to; from < letters.size(); from = to) {
            for (to = from + 1; to < letters.size() && key(to) == key(from); ) {
                to++;
            }
            runs.add(new Run(key(from), from, to));
        }
        for (int from = 0, to; from < letters.size(); from = to) {
            for (to = from + 1; to < letters.size() && letters.get(to).gap() == Gap.NONE; ) {
                to++;
            }
            Arrays.fill(pieceOf, from, to, pieces.size());
            pieces.add(piece(from, to));
        }
        for (var i = 0; i < letters.size(); i++) {
            wordStarts[i] = letters.get(i).gap() != Gap.NONE ? i : wordStarts[i - 1];
        }
        for (var i = letters.size() - 1; i >= 0; i--) {
            wordEnds[i] = endsWord(i) ? i : wordEnds[i + 1];
        }
    }

    private int key(int letter) {
        var base = letters.get(letter).base();
        return base == 'y' ? 'i' : base;
    }

    private Piece piece(int from, int to) {
        var letters = this.letters.subList(from, to);
        return new Piece(
                from,
                to,
                letters.stream().anyMatch(l -> Letters.isVowel(l.base())),
                letters.stream().allMatch(l -> l.base() == letters.getFirst().base()),
                letters.stream().anyMatch(l -> !l.sign().marks().areNone()));
    }

    /// Digits behind letters don't go on with the word: ngu123. Letters behind digits do: 125cc.
    private boolean endsWord(int letter) {
        return letter == letters.size() - 1
                || letters.get(letter + 1).gap() != Gap.NONE
                || (!letters.get(letter).isDigit() && letters.get(letter + 1).isDigit());
    }

    List<Run> runs() {
        return runs;
    }

    List<Piece> pieces() {
        return pieces;
    }

    Letter letter(int i) {
        return letters.get(i);
    }

    /// The number of the piece that this letter is in.
    int pieceOf(int letter) {
        return pieceOf[letter];
    }

    /// Where the word of this letter begins.
    int wordStart(int letter) {
        return wordStarts[letter];
    }

    /// The first letter from this one on that ends a word.
    int wordEnd(int letter) {
        return wordEnds[letter];
    }

    /// Whether whoever typed it used marks: at least one in five of its syllables has some. In running Vietnamese it is
    /// three in four.
    boolean isMarked() {
        var syllables = pieces.stream().filter(Piece::hasVowel).count();
        return 5 * pieces.stream().filter(Piece::isMarked).count() >= Math.max(1, syllables);
    }
}
