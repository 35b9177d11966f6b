package ykien.captcha.sound;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// Unpacks the clips, which are in our repository, for the attacks: `Clip FOLDER LANGUAGE` writes `DIGIT-VOICE.f32`.
final class Clip {
    private Clip() {}

    public static void main(String[] arguments) throws IOException {
        var folder = Files.createDirectories(Path.of(arguments[0]));
        var clips = Clips.in(Language.valueOf(arguments[1].toUpperCase(Locale.ROOT)));
        for (var digit = 0; digit < 10; digit++) {
            for (var voice = 0; voice < Clips.VOICES; voice++) {
                var samples = clips.clip(digit, voice);
                var bytes = ByteBuffer.allocate(4 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
                bytes.asFloatBuffer().put(samples);
                Files.write(folder.resolve(digit + "-" + voice + ".f32"), bytes.array());
            }
        }
    }
}
