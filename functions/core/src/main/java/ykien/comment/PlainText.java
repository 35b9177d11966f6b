package ykien.comment;

import java.text.Normalizer;

/// Text that a reader typed: in NFC, trimmed, its lines parted by LF. Otherwise as typed.
record PlainText(String value) {
    static PlainText of(String typed) {
        var lines =
                typed.indexOf('\r') < 0 ? typed : typed.replace("\r\n", "\n").replace('\r', '\n');
        return new PlainText(Normalizer.normalize(lines, Normalizer.Form.NFC).strip());
    }

    /// In code points.
    int length() {
        return value.codePointCount(0, value.length());
    }

    /// Whether nothing of it can be seen.
    boolean isBlank() {
        return value.codePoints().noneMatch(PlainText::isVisible);
    }

    boolean hasLineBreak() {
        return value.chars().anyMatch(c -> c == '\n' || c == '\u2028' || c == '\u2029');
    }

    /// Whether there is a character that is no text: see [#isForbidden].
    boolean hasForbidden() {
        return value.codePoints().anyMatch(PlainText::isForbidden);
    }

    /// What can be shown of text that [#hasForbidden]: U+FFFD stands where it was, so that whoever typed it finds it.
    static String showable(String typed) {
        var shown = new StringBuilder(typed.length());
        typed.codePoints().forEach(c -> shown.appendCodePoint(isForbidden(c) && c != '\r' ? 0xFFFD : c));
        return shown.toString();
    }

    /// Whether this is a control other than tab and line break, half of a surrogate pair, a noncharacter, or U+FFFD,
    /// which stands where bytes were that are no text, or where [#showable] put it.
    static boolean isForbidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c != '\t' && c != '\n';
            case Character.SURROGATE -> true;
            default -> c == 0xFFFD || (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
        };
    }

    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default ->
                c != 0x115F && c != 0x1160 && c != 0x3164 && c != 0xFFA0 && c != 0x2800; // fillers, blank Braille
        };
    }
}
