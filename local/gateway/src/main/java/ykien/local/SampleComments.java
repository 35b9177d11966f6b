package ykien.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import ykien.article.Slug;
import ykien.challenge.Answer;
import ykien.challenge.Challenge;
import ykien.challenge.ChallengeId;
import ykien.challenge.Medium;
import ykien.challenge.SpokenAnswer;
import ykien.challenge.Strength;
import ykien.cloud.Json;
import ykien.comment.Comment;
import ykien.comment.CommentId;
import ykien.comment.Comments;
import ykien.comment.Draft;
import ykien.decisionlog.Actor;
import ykien.moderation.Decision;
import ykien.moderation.Moderation;
import ykien.moderation.Piles;
import ykien.moderation.Seen;

/// The comments under the sample articles, sent in as any others are; most are approved, and some wait for whoever
/// tries
/// the newsroom. Their ids come of what they say: where tables are kept from one start to the next, those that are
/// there
/// already are left alone.
record SampleComments(List<Sample> comments) {
    /// One of them.
    ///
    /// @param waits whether nobody approves it
    record Sample(Comment comment, boolean waits) {}

    /// Who approves the others.
    private static final Actor MODERATOR =
            new Actor(SamplePerson.MODERATOR.subject(), SamplePerson.MODERATOR.displayName);

    /// Reads `{"slug": [{"name": …, "title": …, "email": …, "phone": …, "content": …, "at": …}, …], …}`, where a
    /// comment that waits has `"waits": true`.
    ///
    /// @throws StartFailure if the file is anything else
    static SampleComments read(Path file) throws StartFailure {
        try {
            var comments = new ArrayList<Sample>();
            for (var article : ((Map<?, ?>) Json.at(Json.read(Files.readAllBytes(file)))).entrySet()) {
                for (var written : (List<?>) Json.at(article.getValue())) {
                    var comment = comment(new Slug(String.valueOf(article.getKey())), Json.at(written));
                    comments.add(new Sample(comment, ((Map<?, ?>) written).containsKey("waits")));
                }
            }
            return new SampleComments(comments);
        } catch (IOException | RuntimeException e) {
            throw new StartFailure(file + " can't be read as sample comments: " + e.getMessage(), e);
        }
    }

    void into(Comments comments, Piles piles, Moderation moderation) {
        for (var sample : this.comments) {
            var comment = sample.comment();
            if (piles.find(comment.id()).isEmpty()) {
                comments.submit(comment, challenge(comment), Medium.PICTURE);
                if (!sample.waits()) {
                    moderation.decide(new Seen(comment.id(), 0), new Decision.Approve(), MODERATOR);
                }
            }
        }
    }

    private static Comment comment(Slug article, Object written) {
        var draft = new Draft(
                text(written, "title"),
                text(written, "name"),
                text(written, "email"),
                text(written, "phone"),
                "sample", // nobody asks for it
                text(written, "content"),
                "");
        if (!draft.faults().isEmpty()) {
            throw new IllegalArgumentException("under " + article + ": " + draft.faults());
        }
        var id = new CommentId(HexFormat.of().formatHex(hash(article + "\n" + written), 0, 16));
        return draft.comment(
                id, article, OffsetDateTime.parse(text(written, "at")).toInstant());
    }

    private static Challenge challenge(Comment comment) {
        var id = Arrays.copyOf(hash(comment.id().value()), ChallengeId.LENGTH);
        return new Challenge(
                new ChallengeId(id),
                comment.submittedAt(),
                Strength.STROKES,
                new Answer(Answer.SYMBOLS.substring(0, 5)),
                new SpokenAnswer("000000"));
    }

    private static String text(Object written, String name) {
        return Json.at(written, name).toString();
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
