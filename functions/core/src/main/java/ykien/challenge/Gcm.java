package ykien.challenge;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/// AES-256-GCM (NIST SP 800-38D), with a nonce of 12 bytes and a tag of 16.
final class Gcm {
    /// In bytes.
    static final int NONCE = 12;

    /// In bytes.
    static final int TAG = 16;

    private Gcm() {}

    /// A nonce for one seal. Randomness is asked for each time: none is kept that a snapshot of the process would hand
    /// to many.
    static byte[] nonce() {
        var nonce = new byte[NONCE];
        new SecureRandom().nextBytes(nonce);
        return nonce;
    }

    /// @param bound what the seal is bound to: it opens with the same text alone
    static byte[] seal(SecretKey key, byte[] nonce, String bound, byte[] plain) {
        return crypt(Cipher.ENCRYPT_MODE, key, nonce, bound, plain);
    }

    /// @throws IllegalArgumentException if the tag is not that of these bytes
    static byte[] open(SecretKey key, byte[] nonce, String bound, byte[] sealed) {
        return crypt(Cipher.DECRYPT_MODE, key, nonce, bound, sealed);
    }

    private static byte[] crypt(int mode, SecretKey key, byte[] nonce, String bound, byte[] bytes) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG * Byte.SIZE, nonce));
            cipher.updateAAD(bound.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not sealed here", e);
        }
    }
}
