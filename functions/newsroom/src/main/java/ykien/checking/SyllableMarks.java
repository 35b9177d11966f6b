package ykien.checking;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import ykien.checking.Spelling.Letter;
import ykien.vietnamese.Shape;
import ykien.vietnamese.Tone;

/// The marks of one syllable of a phrase, beside those of the text where it may stand.
final class SyllableMarks {
    /// What the two have to do with each other.
    enum Likeness {
        /// Neither has any.
        BOTH_BARE,
        SAME,
        /// The text has none, the phrase has.
        TEXT_BARE,
        /// The text has hỏi, the phrase ngã, or the other way about.
        HOI_NGA,
        /// Some of the text's can't be read; the rest are the phrase's.
        UNREADABLE,
        OTHER
    }

    private Tone wanted = Tone.NGANG;
    private final Set<Tone> tones = EnumSet.noneOf(Tone.class);
    private int wantedShapes;
    private int sameShapes;
    private boolean hasOtherShape;
    private boolean isUnreadable;

    /// Takes one letter of the phrase, and the letters of the text that stand for it.
    void add(Letter letter, List<Letter> typed) {
        var shape = letter.sign().marks().shape();
        var shapes = EnumSet.noneOf(Shape.class);
        if (letter.sign().marks().tone() != Tone.NGANG) {
            wanted = letter.sign().marks().tone();
        }
        for (var each : typed) {
            if (isUnreadable(each)) {
                isUnreadable = true;
            } else {
                shapes.add(each.sign().marks().shape());
                tones.add(each.sign().marks().tone());
            }
        }
        shapes.remove(Shape.PLAIN);
        if (shape != Shape.PLAIN) {
            wantedShapes++;
            sameShapes += shapes.remove(shape) ? 1 : 0;
        }
        hasOtherShape |= !shapes.isEmpty();
    }

    private static boolean isUnreadable(Letter letter) {
        return letter.bearsMarks()
                && (letter.isStandIn() || letter.sign().marks().strange());
    }

    Likeness likeness() {
        tones.remove(Tone.NGANG);
        if (hasOtherShape || tones.size() > 1) {
            return Likeness.OTHER;
        }
        var isBare = tones.isEmpty() && sameShapes == 0;
        var isSameTone = wanted == Tone.NGANG ? tones.isEmpty() : tones.contains(wanted);
        if (isUnreadable) {
            return isSameTone || tones.isEmpty() ? Likeness.UNREADABLE : Likeness.OTHER;
        }
        if (wanted == Tone.NGANG && wantedShapes == 0) {
            return isBare ? Likeness.BOTH_BARE : Likeness.OTHER;
        }
        if (isBare) {
            return Likeness.TEXT_BARE;
        }
        if (sameShapes < wantedShapes) {
            return Likeness.OTHER;
        }
        return isSameTone ? Likeness.SAME : areHoiAndNga() ? Likeness.HOI_NGA : Likeness.OTHER;
    }

    private boolean areHoiAndNga() {
        return (wanted == Tone.HOI && tones.contains(Tone.NGA)) || (wanted == Tone.NGA && tones.contains(Tone.HOI));
    }
}
