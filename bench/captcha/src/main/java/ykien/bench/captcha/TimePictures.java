package ykien.bench.captcha;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;

/// Times pictures in this process: the first, with all that it loads, and the median of many once it is warm. It is
/// the drawing thread's time on a core, so that what else this machine does counts little.
final class TimePictures {
    private static final int WARM_UP = 2000;
    private static final int MEASURED = 500;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private TimePictures() {}

    /// Arguments: the [Kind], and `cold` or `warm`. Prints milliseconds.
    public static void main(String[] arguments) {
        System.setProperty("java.awt.headless", "true");
        var kind = Kind.valueOf(arguments[0]);
        Kind.drawRandomNumbers(); // as a function has done before it draws a picture
        double milliseconds = arguments[1].equals("cold") ? one(kind) : warm(kind);
        System.out.println(String.format(Locale.ROOT, "%.3f", milliseconds));
    }

    private static double warm(Kind kind) {
        for (int number = 0; number < WARM_UP; number++) {
            one(kind);
        }
        var times = new double[MEASURED];
        for (int number = 0; number < MEASURED; number++) {
            times[number] = one(kind);
        }
        Arrays.sort(times);
        return times[MEASURED / 2];
    }

    private static double one(Kind kind) {
        long start = THREADS.getCurrentThreadCpuTime();
        if (kind.draw().png().length == 0) {
            throw new IllegalStateException("an empty picture");
        }
        return (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
    }
}
