package ykien.vietnamese;

import java.util.Optional;

/// What makes a letter of its own out of a letter: ă, â, đ, ê, ô, ơ, ư.
public enum Shape {
    PLAIN(0, ""),
    CIRCUMFLEX(0x302, "aeo"),
    BREVE(0x306, "a"),
    HORN(0x31B, "ou"),
    /// Of đ. Unicode does not take it apart; whoever sets a short stroke over a d gets the same.
    STROKE(0x335, "d");

    private final int mark;
    private final String letters;

    Shape(int mark, String letters) {
        this.mark = mark;
        this.letters = letters;
    }

    /// As a combining character; empty text where there is none.
    String mark() {
        return this == PLAIN ? "" : Character.toString(mark);
    }

    static Optional<Shape> ofMark(int mark, int letter) {
        for (var shape : values()) {
            if (shape.mark == mark && shape.letters.indexOf(letter) >= 0) {
                return Optional.of(shape);
            }
        }
        return Optional.empty();
    }
}
