package ykien.captcha.sound;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Writes a track as a WAV file ("Multimedia Programming Interface and Data Specifications 1.0", IBM and Microsoft,
/// 1991) of 8-bit samples.
///
/// Plain 8-bit samples are what every browser plays. The other way to have one byte a sample, µ-law, spares quiet
/// passages the noise of rounding; here there are none, and in loud ones it rounds more coarsely.
final class Wav {
    private static final int HEADER = 44;
    private static final short PCM = 1;
    private static final short CHANNELS = 1;
    private static final short BITS = 8;
    private static final int SILENCE = 128;
    /// How loud a sound is: root of the mean square, of 127. Peaks that do not fit are cut; few do not.
    private static final double LOUDNESS = 26;

    private Wav() {}

    static byte[] of(Track track) {
        var samples = track.samples();
        var file = ByteBuffer.allocate(HEADER + samples.length).order(ByteOrder.LITTLE_ENDIAN);
        put(file, "RIFF").putInt(file.capacity() - 8);
        put(file, "WAVE");
        put(file, "fmt ").putInt(16).putShort(PCM).putShort(CHANNELS);
        file.putInt(CaptchaSound.RATE)
                .putInt(CaptchaSound.RATE)
                .putShort((short) 1)
                .putShort(BITS);
        put(file, "data").putInt(samples.length);
        var gain = (float) (LOUDNESS / Samples.loudness(samples));
        for (var sample : samples) {
            file.put((byte) (SILENCE + Math.clamp(Math.round(gain * sample), -127, 127)));
        }
        return file.array();
    }

    private static ByteBuffer put(ByteBuffer file, String tag) {
        return file.put(tag.getBytes(StandardCharsets.US_ASCII));
    }
}
