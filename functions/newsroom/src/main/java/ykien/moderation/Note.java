package ykien.moderation;

import java.text.Normalizer;

/// The newsroom's own words: in NFC, trimmed, lines parted by LF, without other control characters. They stand in
/// the log for ever, so nothing that a reader may want forgotten belongs into them.
public record Note(String text) {
    /// How long a note at a refusal may be, in code points.
    public static final int LONGEST = 500;

    /// How long a reply may be, in code points.
    public static final int LONGEST_REPLY = 2_000;

    /// No words.
    public static final Note NONE = new Note("");

    public Note {
        if (!text.equals(of(text))) {
            throw new IllegalArgumentException("a note is made of what was typed by Note.typed");
        }
    }

    /// What somebody typed, as a note.
    public static Note typed(String typed) {
        return new Note(of(typed));
    }

    /// In code points.
    public int length() {
        return text.codePointCount(0, text.length());
    }

    /// Whether there are no words.
    public boolean isBlank() {
        return text.isBlank();
    }

    private static String of(String typed) {
        var lines = typed.replace("\r\n", "\n").replace('\r', '\n');
        var text = new StringBuilder(lines.length());
        lines.codePoints().filter(Note::isText).forEach(text::appendCodePoint);
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    }

    private static boolean isText(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c == '\t' || c == '\n';
            case Character.SURROGATE -> false;
            default -> true;
        };
    }
}
