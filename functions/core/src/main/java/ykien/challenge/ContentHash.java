package ykien.challenge;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What a challenge was answered for, as a hash: two sends are the same if this is the same.
///
/// @param hex SHA-256 in 64 hexadecimal digits
public record ContentHash(String hex) {
    /// The hash of these texts. Each goes in behind its length, so that no two lists of texts run into the same bytes.
    public static ContentHash of(String... texts) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            for (var text : texts) {
                var bytes = text.getBytes(StandardCharsets.UTF_8);
                sha256.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
                sha256.update(bytes);
            }
            return new ContentHash(HexFormat.of().formatHex(sha256.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
