package ykien.captcha.picture;

import ykien.captcha.chance.Chance;
import ykien.challenge.Strength;

/// The picture of a challenge: five symbols in dark ink on light paper, or in patches the other way
/// round, for a reader to type.
///
/// The picture brings its own paper colour, so it looks the same on a light page and on a dark one.
public final class CaptchaPicture {
    /// In pixels.
    public static final int WIDTH = 240;

    /// In pixels.
    public static final int HEIGHT = 80;

    private static final int LENGTH = 5;

    private CaptchaPicture() {}

    /// Draws a challenge. The same symbols, seed and strength give the same pixels on any machine, and the same bytes
    /// wherever Java stands on the same zlib: asking again for a picture teaches nobody more about it.
    ///
    /// @param symbols five of `23456789ACDEFHJKMNPRTUWXY`, which has no two that look alike
    /// @param seed what the picture's chances are drawn from; who knows it can undo the drawing, so it stays secret
    /// @param strength [Strength#FULL] adds [Flips]
    /// @return a PNG file of [#WIDTH] by [#HEIGHT] pixels, about 2.5 KB
    /// @throws IllegalArgumentException if the symbols are not five, or one of them has no shape; the message does
    ///     not repeat them, because they are the answer
    public static byte[] draw(String symbols, byte[] seed, Strength strength) {
        if (symbols.length() != LENGTH) {
            throw new IllegalArgumentException("a picture shows " + LENGTH + " symbols, not " + symbols.length());
        }
        var chance = new Chance(seed);
        var lettering = Lettering.of(symbols, chance);
        var canvas = new Canvas(WIDTH, HEIGHT);
        lettering.drawOn(canvas, chance);
        Clutter.drawOn(canvas, chance);
        if (strength == Strength.FULL) {
            Flips.drawOn(canvas, chance);
        }
        return Png.of(canvas);
    }
}
