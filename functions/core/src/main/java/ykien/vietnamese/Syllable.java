package ykien.vietnamese;

import java.util.ArrayList;
import java.util.List;

/// One syllable of a text: letters and digits that nothing parts. (Vietnamese writes each syllable by itself; in other
/// languages it is a word.)
///
/// What is spelt in two ways is one syllable: the tone on either vowel (hòa, hoà; thúy, thuý), and y or i behind a
/// consonant (kỹ, kĩ; quý, quí).
///
/// @param plain its letters without marks
/// @param marked its letters, each with the combining mark of its shape, then that of its tone
/// @param start where it begins in the text, in chars
/// @param end where it ends, in chars
public record Syllable(String plain, String marked, int start, int end) {
    /// The syllables of this text, in order.
    public static List<Syllable> of(String text) {
        return of(Signs.of(text));
    }

    /// The syllables of these signs, in order.
    public static List<Syllable> of(List<Sign> signs) {
        var syllables = new ArrayList<Syllable>();
        var start = 0;
        for (var i = 0; i <= signs.size(); i++) {
            if (i == signs.size() || !signs.get(i).isWordly()) {
                if (i > start) {
                    syllables.add(spell(signs.subList(start, i)));
                }
                start = i + 1;
            }
        }
        return syllables;
    }

    private static Syllable spell(List<Sign> signs) {
        var plain = new StringBuilder();
        var marked = new StringBuilder();
        var tone = Tone.NGANG;
        for (var sign : signs) {
            plain.appendCodePoint(sign.base());
            if (sign.marks().tone() != Tone.NGANG) {
                tone = sign.marks().tone();
            }
        }
        if (endsInFreeY(plain)) {
            plain.setCharAt(plain.length() - 1, 'i');
        }
        var letters = plain.codePoints().toArray();
        for (var i = 0; i < letters.length; i++) {
            marked.appendCodePoint(letters[i]);
            marked.append(signs.get(i).marks().shape().mark());
        }
        marked.append(tone.mark());
        return new Syllable(
                plain.toString(),
                marked.toString(),
                signs.getFirst().start(),
                signs.getLast().end());
    }

    /// Whether it has a mark: a tone, or a shape.
    public boolean isMarked() {
        return !marked.equals(plain);
    }

    /// Whether y stands where i could as well: behind the first consonants, with nothing behind it.
    private static boolean endsInFreeY(CharSequence plain) {
        var last = plain.length() - 1;
        return last > 0
                && plain.charAt(last) == 'y'
                && isFree(plain.charAt(last - 1), last > 1 ? plain.charAt(last - 2) : 0);
    }

    /// Whether i and y are one behind these two letters.
    ///
    /// @param before the letter before it
    /// @param earlier the one before that, or 0
    public static boolean isFree(int before, int earlier) {
        return before == 'u' ? earlier == 'q' : Character.isLetter(before) && !Letters.isVowel(before);
    }
}
