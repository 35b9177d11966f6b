package ykien.vietnamese;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/// Reads a text sign by sign. Any text can be read, half surrogate pairs and all; what can't be seen is left out.
///
/// Composed and decomposed text, upper and lower case, full width and mathematical letters, Cyrillic look-alikes: all
/// give the same bases and marks. It takes time in proportion to the text's length.
public final class Signs {
    /// In chars. What is taken apart into more is a saying written as one character, as U+FDFA is: it stays whole, or
    /// a text could become eighteen times as long.
    private static final int MOST_PARTS = 4;

    private final List<Sign> signs = new ArrayList<>();
    private boolean hidden;

    private Signs() {}

    /// The signs of this text, in order.
    public static List<Sign> of(String text) {
        var reading = new Signs();
        for (var i = 0; i < text.length(); ) {
            var character = text.codePointAt(i);
            var end = i + Character.charCount(character);
            reading.read(character, i, end);
            i = end;
        }
        return reading.signs;
    }

    private void read(int character, int start, int end) {
        if (character < 0x80) {
            readAscii(character, start, end);
        } else if (Characters.isHidden(character)) {
            hidden = true;
        } else if (Characters.isSpace(character)) {
            add(Characters.isLineBreak(character) ? '\n' : ' ', Marks.NONE, Guise.PLAIN, start, end);
        } else {
            readRest(character, start, end);
        }
    }

    private void readAscii(int character, int start, int end) {
        if (character == '\n' || character == '\r') {
            add('\n', Marks.NONE, Guise.PLAIN, start, end);
        } else if (character == ' ' || character == '\t' || (character >= 0x0B && character <= 0x0C)) {
            add(' ', Marks.NONE, Guise.PLAIN, start, end);
        } else if (character < ' ' || character == 0x7F) {
            hidden = true;
        } else {
            add(Character.toLowerCase(character), Marks.NONE, Guise.PLAIN, start, end);
        }
    }

    private void readRest(int character, int start, int end) {
        var whole = LookAlikes.of(character);
        if (whole.isPresent()) {
            add(whole.get().base(), whole.get().marks(), whole.get().guise(), start, end);
            return;
        }
        var parts = parts(character);
        var guise = Characters.isComposed(character) ? Guise.PLAIN : Guise.STYLED;
        for (var i = 0; i < parts.length(); ) {
            var part = parts.codePointAt(i);
            readPart(part, part == character ? Guise.PLAIN : guise, start, end);
            i += Character.charCount(part);
        }
    }

    private static String parts(int character) {
        var whole = Character.toString(character);
        var parts = Normalizer.normalize(whole, Normalizer.Form.NFKD);
        return parts.length() > MOST_PARTS ? whole : parts;
    }

    private void readPart(int part, Guise guise, int start, int end) {
        if (Characters.isMark(part)) {
            mark(part, end);
            return;
        }
        var alike = LookAlikes.of(part);
        if (alike.isPresent()) {
            add(alike.get().base(), alike.get().marks(), alike.get().guise(), start, end);
        } else if (Character.digit(part, 10) >= 0) {
            add('0' + Character.digit(part, 10), Marks.NONE, guise, start, end);
        } else {
            add(Character.toLowerCase(part), Marks.NONE, guise, start, end);
        }
    }

    private void add(int base, Marks marks, Guise guise, int start, int end) {
        signs.add(new Sign(base, marks, guise, hidden, start, end));
        hidden = false;
    }

    /// A mark belongs to the sign before it. Where that is no letter, it changes nothing but where the sign ends.
    private void mark(int mark, int end) {
        if (signs.isEmpty()) {
            hidden = true;
            return;
        }
        var last = signs.getLast();
        var marks = last.isLetter() ? last.marks().and(mark, last.base()) : last.marks();
        signs.set(
                signs.size() - 1,
                new Sign(
                        last.base(),
                        marks,
                        last.guise(),
                        last.hiddenBefore(),
                        last.start(),
                        Math.max(end, last.end())));
    }
}
