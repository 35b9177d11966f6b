package ykien.captcha.sound;

import ykien.captcha.chance.Chance;

/// Many voices at once, behind the one that counts: pieces of digits, half of them backwards, at any pace. None is a
/// whole word, so no listener takes it for one.
final class Babble {
    /// Clips that the pieces are cut from; unpacking more takes time and makes no other babble.
    private static final int CLIPS = 10;
    /// Pieces laid down: about three are heard at a time.
    private static final int PIECES = 150;

    private static final double SHORTEST = 0.09;
    private static final double LONGEST = 0.2;
    private static final double SLOWEST = 0.75;
    private static final double FASTEST = 1.4;
    /// Samples in which a piece comes and goes: 15 ms.
    private static final int FADE = 120;
    /// How loud it is beside the digits, in decibels.
    private static final double LEVEL = -8;

    private final float[][] clips;

    private Babble(float[][] clips) {
        this.clips = clips;
    }

    static Babble of(Clips clips, Chance chance) {
        var some = new float[CLIPS][];
        for (var i = 0; i < CLIPS; i++) {
            some[i] = clips.any(chance);
        }
        return new Babble(some);
    }

    void addTo(Track track, Chance chance) {
        var babble = new Track(track.length());
        for (var i = 0; i < PIECES; i++) {
            var piece = piece(clips[chance.below(CLIPS)], chance);
            babble.add(piece, chance.below(track.length() + piece.length) - piece.length, chance.between(-4, 4));
        }
        track.add(babble, LEVEL);
    }

    private static float[] piece(float[] clip, Chance chance) {
        var pace = chance.between(SLOWEST, FASTEST) * (chance.below(2) == 0 ? 1 : -1);
        var piece = new float[(int) (chance.between(SHORTEST, LONGEST) * CaptchaSound.RATE)];
        var span = (int) (piece.length * Math.abs(pace));
        var start = chance.below(Math.max(1, clip.length - span));
        var at = (double) (pace < 0 ? start + span : start);
        for (var i = 0; i < piece.length; i++) {
            var edge = Math.min(i, piece.length - 1 - i);
            piece[i] = Samples.between(clip, at) * Math.min(1f, edge / (float) FADE);
            at += pace;
        }
        return piece;
    }
}
