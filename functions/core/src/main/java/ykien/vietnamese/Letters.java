package ykien.vietnamese;

/// The letters that bear syllables.
public final class Letters {
    private Letters() {}

    /// Whether this is one of a, e, i, o, u, y, in lower case and without marks.
    public static boolean isVowel(int letter) {
        return letter == 'a' || letter == 'e' || letter == 'i' || letter == 'o' || letter == 'u' || letter == 'y';
    }
}
