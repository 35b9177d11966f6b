package ykien.captcha.sound;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import ykien.captcha.chance.Chance;

/// The sound of a challenge: six digits, said one after the other by voices that change, over a babble of the same
/// voices.
///
/// What is done to the digits is chosen to cost a listener little and a machine that knows our clips much: the ear
/// hears
/// through changes of speed, of phase and of room, while a comparison with the clips does not survive them
/// (bench/captcha/sound).
public final class CaptchaSound {
    /// Samples a second.
    static final int RATE = 8000;

    /// How many samples a sound has: 7.2 seconds. All have as many, so that a sound's length tells nothing.
    static final int LENGTH = 57_600;

    private static final int DIGITS = 6;
    /// How far from each other two gaps can be: the longest is three times the shortest.
    private static final double SHORTEST_GAP = 0.5;

    private static final double LONGEST_GAP = 1.5;
    /// In decibels, from one digit to the next.
    private static final double QUIETEST = -2;

    private static final double LOUDEST = 2;

    private CaptchaSound() {}

    /// Says a challenge. The same digits, language and seed give the same bytes on any machine: asking again for a
    /// sound teaches nobody more about it.
    ///
    /// @param digits six of `0`-`9`
    /// @param seed what the sound's chances are drawn from; who knows it can undo the mixing, so it stays secret.
    ///     It may be the picture's: the two draw different chances from it
    /// @return a WAV file of 57,644 bytes: 8,000 samples a second, 8 bits each, one channel
    /// @throws IllegalArgumentException if the digits are not six; the message does not repeat them
    public static byte[] speak(String digits, Language language, byte[] seed) {
        return Wav.of(mixed(digits, language, seed).track());
    }

    /// A track and where its digits are: only who measures attacks asks for these.
    record Mixed(Track track, List<Place> digits) {}

    /// Where on a track a digit begins and ends, in samples.
    record Place(int start, int end) {}

    static Mixed mixed(String digits, Language language, byte[] seed) {
        if (digits.length() != DIGITS || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException("a sound says " + DIGITS + " digits");
        }
        var chance = new Chance(own(seed, language));
        var clips = Clips.in(language);
        var said = new float[DIGITS][];
        for (var i = 0; i < DIGITS; i++) {
            said[i] = Speaker.from(chance).say(clips.digit(digits.charAt(i) - '0', chance));
        }
        var places = places(said, chance);
        var track = new Track(LENGTH);
        for (var i = 0; i < DIGITS; i++) {
            track.add(said[i], places.get(i).start(), chance.between(QUIETEST, LOUDEST));
        }
        Babble.of(clips, chance).addTo(track, chance);
        track.finish(chance);
        return new Mixed(track, places);
    }

    /// What the digits leave of the time is gaps: before, between and after them.
    private static List<Place> places(float[][] said, Chance chance) {
        var weights = new double[DIGITS + 1];
        Arrays.setAll(weights, _ -> chance.between(SHORTEST_GAP, LONGEST_GAP));
        var left =
                LENGTH - Arrays.stream(said).mapToInt(samples -> samples.length).sum();
        var unit = left / Arrays.stream(weights).sum();
        var places = new ArrayList<Place>();
        var at = 0;
        for (var i = 0; i < DIGITS; i++) {
            var start = at + (int) (weights[i] * unit);
            at = start + said[i].length;
            places.add(new Place(start, at));
        }
        return places;
    }

    /// The seed of a sound in this language: whoever works out a picture's or another language's chances knows none
    /// of these.
    private static byte[] own(byte[] seed, Language language) {
        var domain = ("sound " + language + " ").getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(domain.length + seed.length)
                .put(domain)
                .put(seed)
                .array();
    }
}
