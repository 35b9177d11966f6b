package ykien.vietnamese;

import java.text.Normalizer;

/// What kind of character a code point is.
final class Characters {
    private Characters() {}

    /// Whether it takes no ink and no room: zero-width joiners, bidirectional controls, fillers, half a surrogate pair.
    static boolean isHidden(int c) {
        return switch (Character.getType(c)) {
            case Character.FORMAT, Character.SURROGATE -> true;
            case Character.CONTROL -> c != 0x85;
            case Character.UNASSIGNED -> c == 0x2065 || (c >= 0xFFF0 && c <= 0xFFF8) || (c >= 0xE0000 && c <= 0xE0FFF);
            default ->
                c == 0x34F
                        || (c >= 0x115F && c <= 0x1160)
                        || (c >= 0x17B4 && c <= 0x17B5)
                        || (c >= 0x180B && c <= 0x180F)
                        || c == 0x3164
                        || (c >= 0xFE00 && c <= 0xFE0F)
                        || c == 0xFFA0
                        || (c >= 0xE0100 && c <= 0xE01EF);
        };
    }

    static boolean isSpace(int c) {
        return Character.isSpaceChar(c) || Character.isWhitespace(c) || c == 0x85 || c == 0x2800; // blank Braille
    }

    static boolean isLineBreak(int c) {
        return c == 0x85 || c == 0x2028 || c == 0x2029;
    }

    static boolean isMark(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }

    /// Whether it is a letter with marks, as against the same letter in another dress.
    static boolean isComposed(int c) {
        return Normalizer.isNormalized(Character.toString(c), Normalizer.Form.NFKC);
    }
}
