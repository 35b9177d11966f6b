package ykien.checking;

import java.util.Locale;

/// In what a text differs from the phrase that was found in it.
public enum Way {
    /// It has no marks, so that it may be another word.
    UNMARKED,
    /// It has hỏi where the phrase has ngã, or the other way about: in half of the country they sound the same.
    HOI_NGA,
    /// Its letters are parted: n g u, n.g.u.
    SPACED,
    /// Its syllables are not parted.
    GLUED,
    /// Letters are repeated: nguuu.
    STRETCHED,
    /// Digits or symbols stand for letters: l0n.
    STAND_INS,
    /// Letters of other scripts or alphabets.
    LOOK_ALIKES,
    /// Something that can't be seen stands in it.
    HIDDEN,
    /// Its letters bear more marks than Vietnamese has.
    STACKED;

    /// Its name in the messages, such as `finding.way.stand-ins`.
    public String key() {
        return "finding.way." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
