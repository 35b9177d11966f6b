package ykien.challenge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;

/// The answer to a challenge that is heard: [#LENGTH] digits. It is a secret, and prints as one.
public record SpokenAnswer(String digits) {
    /// How many digits.
    public static final int LENGTH = 6;

    private static final int COUNT = 1_000_000;

    public SpokenAnswer {
        if (digits.length() != LENGTH || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException("a spoken answer is " + LENGTH + " digits");
        }
    }

    /// Any answer, each as likely as the other.
    static SpokenAnswer random(SecureRandom random) {
        return ofNumber(random.nextInt(COUNT));
    }

    /// The answer that this number is, 0 to 999,999.
    static SpokenAnswer ofNumber(int number) {
        if (number < 0 || number >= COUNT) {
            throw new IllegalArgumentException("spoken answers are numbered from 0 to " + (COUNT - 1));
        }
        var digits = Integer.toString(number);
        return new SpokenAnswer("0".repeat(LENGTH - digits.length()) + digits);
    }

    /// The answer as a number.
    int number() {
        return Integer.parseInt(digits);
    }

    /// Whether this is what a reader typed, who may have parted the digits by spaces, dots, commas or hyphens, or
    /// typed them in full width. Takes the same time wherever the first difference is.
    public boolean matches(String typed) {
        return MessageDigest.isEqual(
                digits.getBytes(StandardCharsets.UTF_8), folded(typed).getBytes(StandardCharsets.UTF_8));
    }

    private static String folded(String typed) {
        if (typed.length() > 64) {
            return "";
        }
        var folded = new StringBuilder();
        var plain = Normalizer.normalize(typed, Normalizer.Form.NFKD);
        for (var i = 0; i < plain.length(); i++) {
            var c = plain.charAt(i);
            if (!isGap(c)) {
                folded.append(c);
            }
        }
        return folded.toString();
    }

    private static boolean isGap(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.FORMAT
                || c == '.'
                || c == ','
                || c == '-';
    }

    @Override
    public String toString() {
        return "SpokenAnswer[hidden]";
    }
}
