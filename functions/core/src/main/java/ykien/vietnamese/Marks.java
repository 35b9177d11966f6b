package ykien.vietnamese;

/// What stands on a letter.
///
/// @param strange whether more, or other, stands there than Vietnamese has: what was meant can't be known
public record Marks(Shape shape, Tone tone, boolean strange) {
    /// Nothing.
    public static final Marks NONE = new Marks(Shape.PLAIN, Tone.NGANG, false);

    /// Of đ.
    static final Marks STROKE = new Marks(Shape.STROKE, Tone.NGANG, false);

    /// Something that is not Vietnamese.
    static final Marks STRANGE = new Marks(Shape.PLAIN, Tone.NGANG, true);

    /// Whether nothing stands there.
    public boolean areNone() {
        return equals(NONE);
    }

    /// These and one more, a combining character, on this letter. In whatever order they come, the same marks come of
    /// it.
    Marks and(int mark, int letter) {
        var another = Tone.ofMark(mark);
        if (another.isPresent() && tone == Tone.NGANG && Letters.isVowel(letter)) {
            return new Marks(shape, another.get(), strange);
        }
        var form = Shape.ofMark(mark, letter);
        return form.isPresent() && shape == Shape.PLAIN
                ? new Marks(form.get(), tone, strange)
                : new Marks(shape, tone, true);
    }
}
