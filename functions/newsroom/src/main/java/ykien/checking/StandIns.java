package ykien.checking;

import java.util.List;
import ykien.vietnamese.Letters;
import ykien.vietnamese.Sign;

/// Which digits and symbols of a text stand for letters: l0n, b@n, d1t. Only in a word that is letters for the most
/// part, so that neither a road (D1) nor a price becomes a word.
final class StandIns {
    private final int[] bases;
    private final boolean[] stands;

    private StandIns(List<Sign> signs) {
        bases = signs.stream().mapToInt(Sign::base).toArray();
        stands = new boolean[bases.length];
    }

    static StandIns none(List<Sign> signs) {
        return new StandIns(signs);
    }

    static StandIns in(List<Sign> signs) {
        var standIns = new StandIns(signs);
        var from = 0;
        for (var i = 0; i <= signs.size(); i++) {
            if (i == signs.size()
                    || !(signs.get(i).isWordly() || letter(signs.get(i).base()) != 0)) {
                standIns.word(signs.subList(from, i), from);
                from = i + 1;
            }
        }
        return standIns;
    }

    boolean isEmpty() {
        for (var stand : stands) {
            if (stand) {
                return false;
            }
        }
        return true;
    }

    boolean has(int sign) {
        return stands[sign];
    }

    /// What is read there.
    int at(int sign) {
        return bases[sign];
    }

    private void word(List<Sign> word, int offset) {
        var standIns = word.stream().filter(s -> letter(s.base()) != 0).count();
        var letters = word.stream().filter(Sign::isLetter).count();
        if (standIns == 0 || standIns >= letters) {
            return;
        }
        for (var i = 0; i < word.size(); i++) {
            var letter = letter(word.get(i).base());
            if (letter != 0) {
                bases[offset + i] = letter;
                stands[offset + i] = true;
            }
        }
        if (word.getFirst().is('1') && Letters.isVowel(bases[offset + 1])) {
            bases[offset] = 'l'; // no syllable begins with i and a vowel but iê
        }
    }

    /// The letter that is meant by it, or 0.
    private static int letter(int sign) {
        return switch (sign) {
            case '0' -> 'o';
            case '1' -> 'i';
            case '3' -> 'e';
            case '4', '@' -> 'a';
            case '5', '$' -> 's';
            case '7' -> 't';
            case '8' -> 'b';
            case '9' -> 'g';
            default -> 0;
        };
    }
}
