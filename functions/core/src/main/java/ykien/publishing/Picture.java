package ykien.publishing;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/// What the first bytes of a picture say: its kind and its size. Read by hand, since the JDK's reader leaves out
/// which way a camera was held.
///
/// @param kind the file name's extension: `jpg`, `png` or `gif`
/// @param width in pixels, as browsers show it
/// @param height in pixels, as browsers show it
record Picture(String kind, int width, int height) {
    private static final long PNG = 0x89504E470D0A1A0AL;
    private static final int IHDR = 0x49484452;
    private static final int GIF = 0x47494638;
    private static final int JPEG = 0xFFD8FF;
    private static final int EXIF = 0x45786966;
    private static final int ORIENTATION = 0x0112;

    /// The picture that these bytes are; empty if they are none of the three kinds, or break off before the size.
    static Optional<Picture> of(byte[] file) {
        try {
            return read(ByteBuffer.wrap(file)).filter(p -> p.width > 0 && p.height > 0);
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException _) {
            return Optional.empty();
        }
    }

    private static Optional<Picture> read(ByteBuffer in) {
        if (in.getInt(0) >>> 8 == JPEG) {
            return jpeg(in);
        }
        if (in.getInt(0) == GIF) { // GIF 89a, section 18: logical screen descriptor
            in.order(ByteOrder.LITTLE_ENDIAN);
            return Optional.of(new Picture("gif", in.getChar(6), in.getChar(8)));
        }
        return in.getLong(0) == PNG && in.getInt(12) == IHDR // PNG, section 11.2.1: the first chunk
                ? Optional.of(new Picture("png", in.getInt(16), in.getInt(20)))
                : Optional.empty();
    }

    /// ITU-T T.81, section B.2: segments up to the first frame header.
    private static Optional<Picture> jpeg(ByteBuffer in) {
        var sideways = false;
        in.position(2);
        while (true) {
            var marker = marker(in);
            var start = in.position();
            var length = in.getChar();
            if (isFrame(marker)) {
                var height = in.getChar(start + 3);
                var width = in.getChar(start + 5);
                return Optional.of(sideways ? new Picture("jpg", height, width) : new Picture("jpg", width, height));
            }
            if (marker == 0xDA || length < 2) { // pixels already, or nothing that could be skipped
                return Optional.empty();
            }
            if (marker == 0xE1 && length > 16 && in.getInt(start + 2) == EXIF) {
                sideways = isSideways(in.slice(start + 8, length - 8));
            }
            in.position(start + length);
        }
    }

    private static int marker(ByteBuffer in) {
        if ((in.get() & 0xFF) != 0xFF) {
            throw new IllegalArgumentException("no marker where one must be");
        }
        var marker = 0xFF;
        while (marker == 0xFF) { // fill bytes
            marker = in.get() & 0xFF;
        }
        return marker;
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    /// Whether a camera lay on its side: Exif's orientations 5 to 8 (JEITA CP-3451, section 4.6.4), in the first
    /// directory of a TIFF. One that makes no sense says nothing.
    private static boolean isSideways(ByteBuffer tiff) {
        try {
            tiff.order(tiff.getChar(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            var directory = tiff.getInt(4);
            var entries = tiff.getChar(directory);
            for (var i = 0; i < entries; i++) {
                var entry = directory + 2 + 12 * i;
                if (tiff.getChar(entry) == ORIENTATION) {
                    return tiff.getChar(entry + 8) >= 5 && tiff.getChar(entry + 8) <= 8;
                }
            }
            return false;
        } catch (IndexOutOfBoundsException _) {
            return false;
        }
    }
}
