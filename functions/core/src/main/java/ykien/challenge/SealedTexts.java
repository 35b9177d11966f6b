package ykien.challenge;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// Texts that the client keeps for us, where nobody but us can read or change them.
///
/// A sealed text is base64url of the key id (1 byte), the nonce (12), and under AES-256-GCM (NIST SP 800-38D) the text
/// in UTF-8, then the tag (16).
public final class SealedTexts {
    private static final int SHORTEST = 1 + Gcm.NONCE + Gcm.TAG;

    private final SealKeys keys;
    private final String purpose;

    /// Texts under these keys.
    ///
    /// @param purpose what they are for: what was sealed for one purpose does not open for another
    public SealedTexts(SealKeys keys, String purpose) {
        this.keys = keys;
        this.purpose = purpose;
    }

    /// Seals a text: only this site can make or read it.
    ///
    /// @return base64url without padding (RFC 4648, section 5): 39 characters, and 4 for each 3 bytes of the text
    public String seal(String text) {
        var nonce = Gcm.nonce();
        var key = keys.key(keys.current()).orElseThrow();
        var sealed = Gcm.seal(key, nonce, bound(keys.current()), text.getBytes(StandardCharsets.UTF_8));
        var bytes = ByteBuffer.allocate(1 + Gcm.NONCE + sealed.length)
                .put((byte) keys.current())
                .put(nonce)
                .put(sealed);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /// Opens a sealed text. What was never sealed here, or for another purpose, or under a key that is no longer known,
    /// is empty: nothing tells these apart.
    public Optional<String> open(String seal) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(seal));
            if (bytes.remaining() < SHORTEST) {
                return Optional.empty();
            }
            var id = (char) bytes.get();
            var nonce = new byte[Gcm.NONCE];
            bytes.get(nonce);
            var sealed = new byte[bytes.remaining()];
            bytes.get(sealed);
            return keys.key(id).map(key -> new String(Gcm.open(key, nonce, bound(id), sealed), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private String bound(char keyId) {
        return keyId + purpose;
    }
}
