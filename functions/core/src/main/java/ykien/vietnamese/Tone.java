package ykien.vietnamese;

import java.util.Optional;

/// The tone of a syllable. It is the syllable's: on which of its vowels the mark stands (hòa, hoà) changes nothing.
public enum Tone {
    /// Level: no mark.
    NGANG(0),
    HUYEN(0x300),
    HOI(0x309),
    NGA(0x303),
    SAC(0x301),
    NANG(0x323);

    private final int mark;

    Tone(int mark) {
        this.mark = mark;
    }

    /// As a combining character; empty text where there is none.
    String mark() {
        return this == NGANG ? "" : Character.toString(mark);
    }

    static Optional<Tone> ofMark(int mark) {
        for (var tone : values()) {
            if (tone.mark == mark && tone != NGANG) {
                return Optional.of(tone);
            }
        }
        return Optional.empty();
    }
}
