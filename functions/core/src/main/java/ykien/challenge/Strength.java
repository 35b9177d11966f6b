package ykien.challenge;

/// How hard a challenge is made for machines; each step costs readers a little too.
public enum Strength {
    /// Symbols drawn in strokes, some curves across: what everybody gets in quiet times.
    STROKES(0),

    /// The same with ink and paper changing places along wavy edges: what everybody gets under attack.
    FULL(1);

    private final int number;

    Strength(int number) {
        this.number = number;
    }

    /// Its number in a seal.
    int number() {
        return number;
    }

    /// The strength of this number.
    ///
    /// @throws IllegalArgumentException if there is none, as in a seal that a later version of this site made
    static Strength ofNumber(int number) {
        for (var strength : values()) {
            if (strength.number == number) {
                return strength;
            }
        }
        throw new IllegalArgumentException("no strength has the number " + number);
    }

    /// Reads the setting `CAPTCHA_STRENGTH`.
    ///
    /// @throws IllegalStateException if it names none
    public static Strength parse(String name) {
        for (var strength : values()) {
            if (strength.name().equals(name)) {
                return strength;
            }
        }
        throw new IllegalStateException("CAPTCHA_STRENGTH is STROKES or FULL, not: " + name);
    }
}
