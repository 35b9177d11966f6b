package ykien.captcha.picture;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Writes a canvas as a PNG file (ISO/IEC 15948) of 16 shades from paper to ink, two pixels a byte.
final class Png {
    /// The sketch's paper, a warm white, and an ink that has a contrast of 11 : 1 on it.
    private static final int PAPER = 0xf4f2ee;

    private static final int INK = 0x2f333b;
    private static final int SHADES = 16;

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte BITS = 4;
    private static final byte INDEXED = 3;
    private static final int CHUNK_OVERHEAD = 12;

    private Png() {}

    static byte[] of(Canvas canvas) {
        var header = header(canvas);
        var palette = palette();
        var pixels = deflated(rows(canvas));
        var file = ByteBuffer.allocate(
                SIGNATURE.length + 4 * CHUNK_OVERHEAD + header.length + palette.length + pixels.length);
        file.put(SIGNATURE);
        putChunk(file, "IHDR", header);
        putChunk(file, "PLTE", palette);
        putChunk(file, "IDAT", pixels);
        putChunk(file, "IEND", new byte[0]);
        return file.array();
    }

    private static void putChunk(ByteBuffer file, String type, byte[] content) {
        var name = type.getBytes(StandardCharsets.US_ASCII);
        var crc = new CRC32();
        crc.update(name);
        crc.update(content);
        file.putInt(content.length).put(name).put(content).putInt((int) crc.getValue());
    }

    /// Width, height, bits, colour type; then compression, filter and interlace, each by its only or simplest method.
    private static byte[] header(Canvas canvas) {
        var header = ByteBuffer.allocate(13).putInt(canvas.width()).putInt(canvas.height());
        return header.put(BITS).put(INDEXED).array();
    }

    private static byte[] palette() {
        var palette = ByteBuffer.allocate(3 * SHADES);
        for (int shade = 0; shade < SHADES; shade++) {
            for (int shift = 16; shift >= 0; shift -= 8) {
                int paper = PAPER >> shift & 0xff;
                int ink = INK >> shift & 0xff;
                palette.put((byte) (paper + (ink - paper) * shade / (SHADES - 1)));
            }
        }
        return palette.array();
    }

    /// Each row begins with a zero: it is not filtered, because a filter makes indexed pixels no smaller.
    private static byte[] rows(Canvas canvas) {
        var rows = ByteBuffer.allocate((1 + canvas.width() / 2) * canvas.height());
        for (int y = 0; y < canvas.height(); y++) {
            rows.put((byte) 0);
            for (int x = 0; x < canvas.width(); x += 2) {
                rows.put((byte) (shade(canvas, x, y) << BITS | shade(canvas, x + 1, y)));
            }
        }
        return rows.array();
    }

    private static int shade(Canvas canvas, int x, int y) {
        return Math.round(canvas.ink(x, y) * (SHADES - 1));
    }

    private static byte[] deflated(byte[] rows) {
        try (var deflater = new Deflater()) { // the best level saves 80 bytes and takes ten times as long
            deflater.setInput(rows);
            deflater.finish();
            var deflated = new byte[rows.length + 64];
            return Arrays.copyOf(deflated, deflater.deflate(deflated));
        }
    }
}
