package ykien.captcha.sound;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import ykien.captcha.chance.Chance;

/// How one digit is said: how fast, how unsteadily, and in which room.
final class Speaker {
    /// Samples from one value of the wobble to the next: 50 ms.
    private static final int STRIDE = 400;

    private static final double SLOWEST = 0.8;
    private static final double FASTEST = 1.18;
    private static final double UNSTEADIEST = 0.07;
    private static final int KNOTS = 16;
    private static final int FILTERS = 10;
    private static final int COLOURS = 4;
    private static final int WALLS = 3;

    /// How much faster than the clip; a faster voice is a higher one.
    private final double pace;
    /// How far the pace strays from that.
    private final double[] wobble;
    /// They shift what is at one pitch against what is at another by some milliseconds, which nobody hears and which
    /// leaves little of the clip's wave form.
    private final List<AllPass> phases;

    private final List<Resonance> colours;
    private final List<Echo> echoes;

    private Speaker(double pace, double[] wobble, List<AllPass> phases, List<Resonance> colours, List<Echo> echoes) {
        this.pace = pace;
        this.wobble = wobble;
        this.phases = phases;
        this.colours = colours;
        this.echoes = echoes;
    }

    /// Any speaker.
    static Speaker from(Chance chance) {
        var pace = chance.between(SLOWEST, FASTEST);
        var wobble = new double[KNOTS];
        Arrays.setAll(wobble, _ -> chance.between(-UNSTEADIEST, UNSTEADIEST));
        var phases = Stream.generate(() -> AllPass.from(chance)).limit(FILTERS).toList();
        var colours =
                Stream.generate(() -> Resonance.from(chance)).limit(COLOURS).toList();
        var echoes = Stream.generate(() -> Echo.from(chance)).limit(WALLS).toList();
        return new Speaker(pace, wobble, phases, colours, echoes);
    }

    /// The clip as this speaker says it.
    float[] say(float[] clip) {
        var said = paced(clip);
        for (var phase : phases) {
            phase.apply(said);
        }
        for (var colour : colours) {
            colour.apply(said);
        }
        Samples.level(said, Samples.loudness(clip));
        for (var echo : echoes) {
            echo.apply(said);
        }
        return said;
    }

    private float[] paced(float[] clip) {
        var said = new float[(int) (clip.length / pace)];
        var at = 0.0;
        for (var i = 0; i < said.length; i++) {
            said[i] = Samples.between(clip, at);
            at += pace * (1 + wobbleAt(i));
        }
        return said;
    }

    private double wobbleAt(int sample) {
        var knot = sample / STRIDE % KNOTS;
        var share = sample % STRIDE / (double) STRIDE;
        return wobble[knot] + (wobble[(knot + 1) % KNOTS] - wobble[knot]) * share;
    }
}
