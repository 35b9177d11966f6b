package ykien.challenge;

import java.util.Arrays;
import java.util.HexFormat;

/// Which challenge: 12 random bytes. They are also the seed that its picture is drawn from.
public final class ChallengeId {
    /// In bytes.
    public static final int LENGTH = 12;

    private final byte[] bytes;

    /// This id; the array is copied.
    public ChallengeId(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a challenge's id has " + LENGTH + " bytes, not " + bytes.length);
        }
        this.bytes = bytes.clone();
    }

    /// The bytes, a copy.
    public byte[] bytes() {
        return bytes.clone();
    }

    /// The id as 24 hexadecimal digits: the key of its outcome.
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ChallengeId that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "ChallengeId[hidden]";
    }
}
