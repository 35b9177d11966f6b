package ykien.challenge;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Names for what must not be named itself, such as a reader's address: who has only the tables can neither read
/// them back nor try them out. HMAC-SHA-256 (RFC 2104) under a key that is derived from the current captcha key; a
/// rotation of the keys makes every name another one, so that whatever is counted by name starts anew.
public final class KeyedHash {
    private static final String ALGORITHM = "HmacSHA256";

    /// What keeps this use of the captcha key apart from sealing.
    private static final String DERIVATION = "ykien keyed hash, 1";

    /// In bytes: of 2^64 names two are likely the same, and no sooner.
    private static final int LENGTH = 16;

    private final SecretKeySpec key;

    private KeyedHash(SecretKeySpec key) {
        this.key = key;
    }

    /// The hash under the current one of these keys.
    public static KeyedHash under(SealKeys keys) {
        var current = keys.key(keys.current()).orElseThrow();
        var derived = mac(new SecretKeySpec(current.getEncoded(), ALGORITHM), DERIVATION);
        return new KeyedHash(new SecretKeySpec(derived, ALGORITHM));
    }

    /// The name of these texts.
    ///
    /// @param purpose what is named: the same texts have another name for another purpose
    /// @return 22 characters of base64url without padding (RFC 4648, section 5)
    public String name(String purpose, String... texts) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(purpose, texts));
    }

    /// The same as 16 bytes.
    public byte[] bytes(String purpose, String... texts) {
        return Arrays.copyOf(mac(key, joined(purpose, texts)), LENGTH);
    }

    /// Each text goes in behind its length, so that no two lists of texts run into the same bytes.
    private static String[] joined(String purpose, String[] texts) {
        var all = Arrays.copyOf(new String[] {purpose}, 1 + texts.length);
        System.arraycopy(texts, 0, all, 1, texts.length);
        return all;
    }

    private static byte[] mac(SecretKeySpec key, String... texts) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            for (var text : texts) {
                var bytes = text.getBytes(StandardCharsets.UTF_8);
                mac.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
                mac.update(bytes);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return "KeyedHash[hidden]";
    }
}
