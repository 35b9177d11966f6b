package ykien.captcha.sound;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Random;

/// Says challenges for the attacks beside it: `Sounds FOLDER COUNT LANGUAGE SEED`. It stands in the sounds' own
/// package, to be told where each digit is; whoever attacks has our sources and can do the same.
final class Sounds {
    private Sounds() {}

    /// Writes `0.wav`, `1.wav` … and `answers.tsv`: for each its digits, and where they begin and end, in samples.
    public static void main(String[] arguments) throws IOException {
        var folder = Files.createDirectories(Path.of(arguments[0]));
        var language = Language.valueOf(arguments[2].toUpperCase(Locale.ROOT));
        var random = new Random(Long.parseLong(arguments[3])); // so that a run can be repeated
        var answers = new ArrayList<String>();
        for (var i = 0; i < Integer.parseInt(arguments[1]); i++) {
            var digits = String.format("%06d", random.nextInt(1_000_000));
            var seed = new byte[12];
            random.nextBytes(seed);
            var mixed = CaptchaSound.mixed(digits, language, seed);
            Files.write(folder.resolve(i + ".wav"), Wav.of(mixed.track()));
            var line = new StringBuilder(digits);
            for (var place : mixed.digits()) {
                line.append('\t').append(place.start()).append('\t').append(place.end());
            }
            answers.add(line.toString());
        }
        Files.write(folder.resolve("answers.tsv"), answers, StandardCharsets.UTF_8);
    }
}
