package ykien.checking;

import java.util.Random;

/// Texts by chance, the same for the same seed.
final class Texts {
    private static final String[] PIECES = {
        " ",
        "\n",
        ".",
        "@",
        "://",
        "www.",
        "0912",
        "chấm",
        "com",
        "\uD800",
        "\uDC00",
        "\u0301",
        "\u0000",
        "\u200B",
        "\u202E",
        "n",
        "g",
        "u",
        "ngu",
        "dốt",
        "đ",
        "ĩ",
        "1",
        "0",
        "!",
        "ﷺ",
        "ﬃ",
        "\uFFFF",
        "👨‍👩‍👧",
        "𝓷",
        "у",
        "ß",
        "İ"
    };

    private Texts() {}

    /// Any text at all of at most so many code points: assigned or not, half surrogate pairs, and the stuff that
    /// findings are made of.
    static String any(Random random, int longest) {
        var text = new StringBuilder();
        for (var i = random.nextInt(longest + 1); i > 0; i--) {
            switch (random.nextInt(4)) {
                case 0 -> text.appendCodePoint(random.nextInt(0x110000));
                case 1 -> text.append((char) random.nextInt(0x2000));
                default -> text.append(PIECES[random.nextInt(PIECES.length)]);
            }
        }
        return text.toString();
    }
}
