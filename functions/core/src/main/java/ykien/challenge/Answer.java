package ykien.challenge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;

/// The answer to a challenge: [#LENGTH] of the [#SYMBOLS]. It is a secret, and prints as one.
public record Answer(String symbols) {
    /// Letters and digits that no other of them can be taken for.
    public static final String SYMBOLS = "23456789ACDEFHJKMNPRTUWXY";

    /// How many symbols.
    public static final int LENGTH = 5;

    /// How many answers there are.
    private static final int COUNT = 9_765_625;

    public Answer {
        if (symbols.length() != LENGTH || !symbols.chars().allMatch(c -> SYMBOLS.indexOf(c) >= 0)) {
            throw new IllegalArgumentException("an answer is " + LENGTH + " of " + SYMBOLS);
        }
    }

    /// Any answer, each as likely as the other.
    static Answer random(SecureRandom random) {
        return ofNumber(random.nextInt(COUNT));
    }

    /// The answer of this number, 0 to 9,765,624; see [#number].
    static Answer ofNumber(int number) {
        if (number < 0 || number >= COUNT) {
            throw new IllegalArgumentException("answers are numbered from 0 to " + (COUNT - 1));
        }
        var symbols = new char[LENGTH];
        var rest = number;
        for (var i = LENGTH - 1; i >= 0; i--) {
            symbols[i] = SYMBOLS.charAt(rest % SYMBOLS.length());
            rest /= SYMBOLS.length();
        }
        return new Answer(new String(symbols));
    }

    /// The answer as a number: its symbols are digits to the base 25.
    int number() {
        var number = 0;
        for (var i = 0; i < LENGTH; i++) {
            number = number * SYMBOLS.length() + SYMBOLS.indexOf(symbols.charAt(i));
        }
        return number;
    }

    /// Whether this is what a reader typed, who may have typed lower case, full width, spaces, or a look-alike that
    /// can stand for one symbol only. Takes the same time wherever the first difference is.
    public boolean matches(String typed) {
        return MessageDigest.isEqual(
                symbols.getBytes(StandardCharsets.UTF_8), folded(typed).getBytes(StandardCharsets.UTF_8));
    }

    private static String folded(String typed) {
        if (typed.length() > 64) {
            return "";
        }
        var folded = new StringBuilder();
        var upper = Normalizer.normalize(typed, Normalizer.Form.NFKD).toUpperCase(Locale.ROOT);
        for (var i = 0; i < upper.length(); i++) {
            var c = upper.charAt(i);
            if (!Character.isWhitespace(c) && !Character.isSpaceChar(c) && Character.getType(c) != Character.FORMAT) {
                folded.append(lookAlike(c));
            }
        }
        return folded.toString();
    }

    /// The one symbol that a letter outside of [#SYMBOLS] can have been read from.
    private static char lookAlike(char typed) {
        return switch (typed) {
            case 'B' -> '8';
            case 'G' -> '6';
            case 'S' -> '5';
            case 'Z' -> '2';
            case 'Đ' -> 'D'; // what a Vietnamese keyboard makes of D
            default -> typed;
        };
    }

    @Override
    public String toString() {
        return "Answer[hidden]";
    }
}
