package ykien.captcha.sound;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.LongStream;
import ykien.captcha.picture.CaptchaPicture;
import ykien.challenge.Strength;

/// How much processor time a sound takes beside a picture, in one process: the first of each, and the median of many.
final class Speed {
    private static final int MANY = 600;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Speed() {}

    public static void main(String[] arguments) {
        IntFunction<byte[]> picture = n -> CaptchaPicture.draw("2AK7Y", seed(n), Strength.STROKES);
        IntFunction<byte[]> sound = n -> CaptchaSound.speak("902134", Language.VIETNAMESE, seed(n));
        var firstPicture = time(picture, 0);
        var firstSound = time(sound, 0);
        var warmPicture = median(picture);
        var warmSound = median(sound);
        System.out.printf(
                "first: picture %.1f ms, sound %.1f ms (%.1f times); warm: picture %.2f ms, sound %.2f ms (%.1f times)%n",
                firstPicture / 1e6,
                firstSound / 1e6,
                1.0 * firstSound / firstPicture,
                warmPicture / 1e6,
                warmSound / 1e6,
                1.0 * warmSound / warmPicture);
    }

    private static long median(IntFunction<byte[]> making) {
        var times = LongStream.range(0, MANY).map(n -> time(making, (int) n)).toArray();
        var warm = Arrays.copyOfRange(times, MANY / 2, MANY);
        Arrays.sort(warm);
        return warm[warm.length / 2];
    }

    private static long time(IntFunction<byte[]> making, int number) {
        var start = THREADS.getCurrentThreadCpuTime();
        if (making.apply(number).length == 0) {
            throw new IllegalStateException("nothing was made");
        }
        return THREADS.getCurrentThreadCpuTime() - start;
    }

    private static byte[] seed(int number) {
        return ("seed " + number).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
