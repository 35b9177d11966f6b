package ykien.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Bytes of a request or a response. Not printed: they may hold personal data.
public final class Body {
    /// No bytes at all.
    public static final Body EMPTY = new Body(new byte[0]);

    private final byte[] bytes;

    private Body(byte[] bytes) {
        this.bytes = bytes;
    }

    /// These bytes; the array is the body's from now on.
    public static Body of(byte[] bytes) {
        return new Body(bytes);
    }

    /// This text in UTF-8.
    public static Body of(String text) {
        return new Body(text.getBytes(StandardCharsets.UTF_8));
    }

    /// How many bytes.
    public int size() {
        return bytes.length;
    }

    /// The bytes themselves, not a copy: whoever reads them leaves them as they are.
    public byte[] bytes() {
        return bytes;
    }

    /// The text that the bytes are in UTF-8.
    ///
    /// @throws Refusal if they are not valid UTF-8
    public String utf8() {
        return utf8(bytes, bytes.length);
    }

    /// The text that the first `length` bytes are in UTF-8.
    static String utf8(byte[] bytes, int length) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString();
        } catch (CharacterCodingException _) {
            throw Refusal.badRequest("Dữ liệu gửi lên không phải là UTF-8 hợp lệ.", "Hãy gửi lại bằng bảng mã UTF-8.");
        }
    }

    @Override
    public String toString() {
        return "Body[" + bytes.length + " bytes]";
    }
}
