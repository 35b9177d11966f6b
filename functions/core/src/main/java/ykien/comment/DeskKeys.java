package ykien.comment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import ykien.article.Slug;

/// Under which keys of the table's indexes the newsroom finds a comment.
public final class DeskKeys {
    /// Shards of a pile: a partition of an index takes 1,000 writes a second.
    private static final int SHARDS = 8;

    /// As a state, and as the pile that a comment begins in.
    static final String WAITING = "waiting";

    private static final int SENDER_BYTES = 16;

    private DeskKeys() {}

    /// The comment's shard of this pile, such as `waiting.3`. An id's first digit is random: it spreads comments
    /// evenly.
    public static String pile(String pile, CommentId id) {
        return shard(pile, Character.digit(id.value().charAt(0), 16) % SHARDS);
    }

    /// All shards of this pile, in order.
    public static List<String> shards(String pile) {
        return IntStream.range(0, SHARDS).mapToObj(i -> shard(pile, i)).toList();
    }

    private static String shard(String pile, int number) {
        return pile + "." + number;
    }

    /// What lies in this pile of this article, such as `mua-he#waiting`.
    public static String underArticle(Slug article, String pile) {
        return article.value() + "#" + pile;
    }

    /// All comments with this e-mail address: 22 characters of base64url, of half a SHA-256. Only to tell whether
    /// two are the same; it is shown to nobody, and stands where the address itself stands.
    public static String sender(EmailAddress email) {
        try {
            var hash = MessageDigest.getInstance("SHA-256")
                    .digest(email.normalised().getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, SENDER_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
