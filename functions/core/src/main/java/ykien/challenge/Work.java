package ykien.challenge;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The work that a browser can be asked to do for a seal: to find, by trying one number after the other, the one whose
/// key begins with [#prefix]. All of it follows from the seal and the key that made it, so nothing is kept, and it
/// needs no look-up to see whether it is done.
///
/// The key of a number is PBKDF2 (RFC 8018) with HMAC-SHA-256 and [#COST] rounds of the nonce and the number (4
/// bytes, big-endian): what browsers do natively, and ALTCHA's widget too ("PBKDF2/SHA-256"). The number lies
/// anywhere from 1 to [#MOST_TRIES], so no try can be left out.
///
/// Nor can it be done once and brought often: it is one seal's, and that seal's challenge has exactly one outcome. What
/// was found for a spent seal is worth nothing for the next.
public final class Work {
    /// How many rounds a try takes.
    public static final int COST = 200;

    /// How many tries it takes at most; on average half of them.
    public static final int MOST_TRIES = 10_000;

    /// In bytes, of which the solver is told the first half.
    public static final int KEY_LENGTH = 32;

    private static final HexFormat HEX = HexFormat.of();
    private static final String HMAC = "HmacSHA256";

    private final Key secret;
    private final byte[] nonce;
    private final byte[] salt;
    private final byte[] key;

    private Work(Key secret, byte[] nonce, byte[] salt, byte[] key) {
        this.secret = secret;
        this.nonce = nonce;
        this.salt = salt;
        this.key = key;
    }

    /// The work for this seal.
    ///
    /// @param made the key that made the seal, of which nothing is used here but HMACs, by purpose
    static Work of(String seal, Key made) {
        var secret = hmacKey(hmac(new SecretKeySpec(made.getEncoded(), HMAC), "ykien proof of work"));
        var told = hmac(secret, "nonce and salt of " + seal);
        var nonce = Arrays.copyOfRange(told, 0, 16);
        var salt = Arrays.copyOfRange(told, 16, 32);
        var any = ByteBuffer.wrap(hmac(secret, "number of " + seal)).getLong();
        var number = 1 + Math.floorMod(any, MOST_TRIES);
        return new Work(secret, nonce, salt, key(nonce, salt, number));
    }

    /// In hexadecimal, as all that follows.
    public String nonce() {
        return HEX.formatHex(nonce);
    }

    /// What goes into each key beside the nonce.
    public String salt() {
        return HEX.formatHex(salt);
    }

    /// How the key begins that is to be found.
    public String prefix() {
        return HEX.formatHex(key, 0, KEY_LENGTH / 2);
    }

    /// A signature of the whole key, by which ALTCHA's own libraries could see that it was found.
    public String keySignature() {
        return HEX.formatHex(hmac(signingKey("key"), key));
    }

    /// A signature of what a client is told of the work.
    public String signature(String told) {
        return HEX.formatHex(hmac(signingKey("challenge"), told.getBytes(StandardCharsets.UTF_8)));
    }

    /// Whether this is the key that was to be found, in hexadecimal.
    public boolean isDone(String found) {
        return MessageDigest.isEqual(
                HEX.formatHex(key).getBytes(StandardCharsets.UTF_8), found.getBytes(StandardCharsets.UTF_8));
    }

    /// The keys that the two signatures are made with are texts, as ALTCHA has them.
    private Key signingKey(String purpose) {
        return hmacKey(HEX.formatHex(hmac(secret, purpose + " signature")).getBytes(StandardCharsets.UTF_8));
    }

    /// The key of a number.
    static byte[] key(byte[] nonce, byte[] salt, int number) {
        var password =
                ByteBuffer.allocate(nonce.length + Integer.BYTES).put(nonce).putInt(number);
        return pbkdf2(password.array(), salt, COST);
    }

    /// PBKDF2's first block. The JDK's own takes passwords that are text, and these are any bytes.
    static byte[] pbkdf2(byte[] password, byte[] salt, int rounds) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(hmacKey(password));
            mac.update(salt);
            var block = mac.doFinal(new byte[] {0, 0, 0, 1});
            var key = block.clone();
            for (var round = 1; round < rounds; round++) {
                block = mac.doFinal(block);
                for (var i = 0; i < key.length; i++) {
                    key[i] ^= block[i];
                }
            }
            return key;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }

    private static byte[] hmac(Key key, String text) {
        return hmac(key, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] hmac(Key key, byte[] bytes) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }

    private static Key hmacKey(byte[] bytes) {
        return new SecretKeySpec(bytes, HMAC);
    }

    @Override
    public String toString() {
        return "Work[hidden]";
    }
}
