package ykien.captcha.chance;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Chances that a seed determines: SHA-256 of the seed and a counter, block after block. Whoever has not got the seed
/// cannot tell them from true chance, and cannot conclude from some of them what the others are.
public final class Chance {
    private static final int BITS = 24;

    private final MessageDigest sha256;
    private final byte[] seed;
    private int block;
    private ByteBuffer unused = ByteBuffer.allocate(0);

    /// The chances of this seed; the array is copied.
    public Chance(byte[] seed) {
        this.sha256 = sha256();
        this.seed = seed.clone();
    }

    /// A number of at least `low` and less than `high`.
    public double between(double low, double high) {
        int bits = next() >>> (Integer.SIZE - BITS);
        return low + (high - low) * bits / (1 << BITS);
    }

    /// One of 0, 1 … up to, but without, `bound`.
    public int below(int bound) {
        return (int) ((Integer.toUnsignedLong(next()) * bound) >>> Integer.SIZE);
    }

    private int next() {
        if (!unused.hasRemaining()) {
            sha256.update(seed);
            sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(block++).flip());
            unused = ByteBuffer.wrap(sha256.digest());
        }
        return unused.getInt();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256; use a complete one", e);
        }
    }
}
