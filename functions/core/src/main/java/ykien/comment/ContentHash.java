package ykien.comment;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What a comment says and who says it, as a hash: two sends are the same comment if this is the same.
///
/// @param hex SHA-256 in 64 hexadecimal digits
record ContentHash(String hex) {
    /// The hash of all that the reader typed; of neither the id nor the time.
    static ContentHash of(Comment comment) {
        var author = comment.author();
        return of(
                comment.article().value(),
                author.name(),
                author.email().value(),
                author.phone().map(PhoneNumber::value).orElse(""),
                comment.title().orElse(""),
                comment.content());
    }

    /// Each text goes in behind its length, so that no two lists of texts run into the same bytes.
    private static ContentHash of(String... texts) {
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
