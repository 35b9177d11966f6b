package ykien.checking;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import ykien.checking.Spelling.Gap;
import ykien.checking.Spelling.Letter;
import ykien.checking.Spelling.Piece;
import ykien.checking.Spelling.Run;
import ykien.checking.SyllableMarks.Likeness;
import ykien.vietnamese.Guise;
import ykien.vietnamese.Syllable;

/// Whether a phrase stands where the automaton stopped, letter by letter: whole words of the text, parted as Vietnamese
/// or an evader parts them, with the phrase's marks or none.
///
/// Marks decide what a syllable means (đĩ, đi, dì), so a syllable with other marks is another syllable. One without
/// marks may be the phrase's, typed by somebody who types none, or a word of its own (di tích): it counts where the
/// text has few marks, where two syllables of the phrase are bare, where one is bare and another right, or where
/// somebody took trouble to disguise it.
final class Comparison {
    /// How many letters more than the phrase's a spaced-out repetition may have.
    private static final int MOST_MORE = 8;

    /// A phrase found.
    ///
    /// @param isCertain whether its marks are
    record Match(int start, int end, Set<Way> ways, boolean isCertain) {}

    private final Spelling phrase;
    private final Spelling text;
    private final int firstRun;
    private final Set<Way> ways = EnumSet.noneOf(Way.class);
    private final List<SyllableMarks> syllables = new ArrayList<>();
    private int from;
    private int last;

    Comparison(Spelling phrase, Spelling text, int firstRun) {
        this.phrase = phrase;
        this.text = text;
        this.firstRun = firstRun;
        phrase.pieces().forEach(_ -> syllables.add(new SyllableMarks()));
    }

    /// The phrase where it stands, if it does.
    Optional<Match> match() {
        if (!findEnds()) {
            return Optional.empty();
        }
        for (var run = 0; run < phrase.runs().size(); run++) {
            if (!compare(phrase.runs().get(run), textRun(run))) {
                return Optional.empty();
            }
        }
        var likenesses = syllables.stream().map(SyllableMarks::likeness).toList();
        return isMeant(likenesses) ? Optional.of(found(isCertain(likenesses))) : Optional.empty();
    }

    /// The shortest stretch of whole words: the first run may begin, and the last one end, in another word.
    private boolean findEnds() {
        var lengths = phrase.runs();
        var head = text.runs().get(firstRun);
        var tail = text.runs().get(firstRun + lengths.size() - 1);
        var latest = head.to() - lengths.getFirst().length();
        if (latest < head.from()) {
            return false;
        }
        from = text.wordStart(latest);
        var earliest =
                (lengths.size() == 1 ? from : tail.from()) + lengths.getLast().length() - 1;
        if (from < head.from() || earliest >= tail.to()) {
            return false;
        }
        last = text.wordEnd(earliest);
        return last < tail.to();
    }

    /// The run of the text that stands for this run of the phrase, as far as it is in the stretch.
    private Run textRun(int run) {
        var whole = text.runs().get(firstRun + run);
        return new Run(whole.key(), Math.max(whole.from(), from), Math.min(whole.to(), last + 1));
    }

    private boolean compare(Run wanted, Run typed) {
        var more = typed.length() - wanted.length();
        if (more < 0 || more > MOST_MORE || (more > 0 && !mayRepeat(wanted, more))) {
            return false;
        }
        if (more > 0) {
            ways.add(Way.STRETCHED);
        }
        var aligned = aligned(wanted, typed);
        if (aligned[aligned.length - 1] != wanted.to() - 1) {
            return false;
        }
        for (var i = 0; i < aligned.length; i++) {
            var isRepeated = i > 0 && aligned[i] == aligned[i - 1];
            if (!isLetter(aligned[i], typed.from() + i) || !isParted(aligned[i], isRepeated, typed.from() + i)) {
                return false;
            }
        }
        note(aligned, typed.from());
        return true;
    }

    /// The letter of the phrase that each letter typed stands for. Of more letters than the phrase has, the last of a
    /// syllable stand for its last, where the two are parted in the same places; else the last of all.
    private int[] aligned(Run wanted, Run typed) {
        var aligned = new int[typed.length()];
        var areAlike = gaps(phrase, wanted) == gaps(text, typed);
        for (int i = 0, letter = wanted.from(); i < aligned.length; i++) {
            if (i > 0 && letter + 1 < wanted.to()) {
                var isNext = phrase.letter(letter + 1).gap() == Gap.NONE;
                letter += !areAlike || isNext || text.letter(typed.from() + i).gap() != Gap.NONE ? 1 : 0;
            }
            aligned[i] = letter;
        }
        return aligned;
    }

    private static long gaps(Spelling spelling, Run run) {
        return IntStream.range(run.from() + 1, run.to())
                .filter(i -> spelling.letter(i).gap() != Gap.NONE)
                .count();
    }

    /// Digits may not, and oo is a spelling of its own: xoong.
    private boolean mayRepeat(Run wanted, int more) {
        var letter = phrase.letter(wanted.from());
        return !letter.isDigit() && (letter.base() != 'o' || more > 1);
    }

    /// Whether it is the same letter, or i for a y that is free, or y for such an i.
    private boolean isLetter(int wanted, int typed) {
        return phrase.letter(wanted).base() == text.letter(typed).base() || isFreeY(wanted);
    }

    private boolean isFreeY(int letter) {
        var syllable = phrase.pieces().get(phrase.pieceOf(letter));
        return letter == syllable.to() - 1
                && letter > syllable.from()
                && Syllable.isFree(
                        phrase.letter(letter - 1).base(),
                        letter - 2 < syllable.from()
                                ? 0
                                : phrase.letter(letter - 2).base());
    }

    /// Whether the text's letter stands as far from the one before it as the phrase's does, or as an evader would
    /// put it.
    private boolean isParted(int wanted, boolean isRepeated, int typed) {
        if (typed == from) {
            return true;
        }
        var gap = text.letter(typed).gap();
        if (!isRepeated && phrase.letter(wanted).gap() != Gap.NONE) {
            return gap != Gap.NONE || isGlued(wanted);
        }
        return gap == Gap.NONE || isSpaced(gap, typed);
    }

    /// Abbreviations are not: "đ m" is not đm, which may be any two words.
    private boolean isGlued(int wanted) {
        ways.add(Way.GLUED);
        return syllable(phrase, wanted - 1).hasVowel()
                && syllable(phrase, wanted).hasVowel();
    }

    /// A space parts words, unless what it parts can't be words: single letters, or consonants alone.
    private boolean isSpaced(Gap gap, int typed) {
        ways.add(Way.SPACED);
        var before = syllable(text, typed - 1);
        var behind = syllable(text, typed);
        return gap == Gap.PUNCTUATION
                || !before.hasVowel()
                || !behind.hasVowel()
                || (before.isOneLetter() && behind.isOneLetter());
    }

    private static Piece syllable(Spelling spelling, int letter) {
        return spelling.pieces().get(spelling.pieceOf(letter));
    }

    private void note(int[] aligned, int typed) {
        for (int i = 0, end; i < aligned.length; i = end) {
            var letters = new ArrayList<Letter>();
            for (end = i; end < aligned.length && aligned[end] == aligned[i]; end++) {
                letters.add(text.letter(typed + end));
                noteDisguise(typed + end);
            }
            syllables.get(phrase.pieceOf(aligned[i])).add(phrase.letter(aligned[i]), letters);
        }
    }

    private void noteDisguise(int typed) {
        var letter = text.letter(typed);
        if (letter.isStandIn()) {
            ways.add(Way.STAND_INS);
        }
        if (letter.sign().guise() != Guise.PLAIN) {
            ways.add(Way.LOOK_ALIKES);
        }
        if (letter.sign().hiddenBefore() && typed > from) {
            ways.add(Way.HIDDEN);
        }
        if (letter.sign().marks().strange()) {
            ways.add(Way.STACKED);
        }
    }

    private boolean isMeant(List<Likeness> likenesses) {
        var hasOneSyllable = likenesses.size() == 1;
        if (likenesses.contains(Likeness.OTHER) || (hasOneSyllable && likenesses.contains(Likeness.HOI_NGA))) {
            return false;
        }
        var bare = likenesses.stream().filter(l -> l == Likeness.TEXT_BARE).count();
        var right = likenesses.stream().filter(l -> l == Likeness.SAME).count();
        return bare == 0 || !text.isMarked() || isDisguised() || (bare + right > 1 && !ways.contains(Way.GLUED));
    }

    /// Glued syllables are no disguise: Duma is a parliament.
    private boolean isDisguised() {
        return ways.stream().anyMatch(w -> w != Way.GLUED && w != Way.STRETCHED);
    }

    private boolean isCertain(List<Likeness> likenesses) {
        if (likenesses.stream().allMatch(l -> l == Likeness.BOTH_BARE)) {
            return text.isMarked() || !bearsMarks();
        }
        return likenesses.stream().allMatch(l -> l == Likeness.BOTH_BARE || l == Likeness.SAME);
    }

    private boolean bearsMarks() {
        return phrase.runs().stream().anyMatch(r -> phrase.letter(r.from()).bearsMarks());
    }

    private Match found(boolean isCertain) {
        var likenesses = syllables.stream().map(SyllableMarks::likeness).toList();
        if (likenesses.contains(Likeness.HOI_NGA)) {
            ways.add(Way.HOI_NGA);
        }
        if (likenesses.contains(Likeness.TEXT_BARE)
                || (!isCertain && likenesses.stream().allMatch(l -> l == Likeness.BOTH_BARE))) {
            ways.add(Way.UNMARKED);
        }
        return new Match(text.letter(from).sign().start(), text.letter(last).end(), Set.copyOf(ways), isCertain);
    }
}
