package ykien.comment;

import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import ykien.challenge.Challenge;
import ykien.challenge.KeyedHash;
import ykien.challenge.Medium;
import ykien.challenge.Proof;

/// Every comment on its way in. A challenge has exactly one outcome, which DynamoDB itself decides: whatever is sent
/// twice, at once or later, gets the first answer: under the same challenge always, under another one within a day.
/// Readers' pages get [PublicComments].
public interface Comments {
    /// Puts the comment and the outcome of its challenge: both or neither, in one transaction. Where the same text
    /// by the same e-mail address came in under the same article less than a day ago, it is that one again: nothing
    /// is written, and the challenge stays as it was. It could have let another comment in before, and still can.
    ///
    /// @param answeredBy in which form the challenge was answered; the newsroom sees it at the comment
    /// @param work what became of the work that may be asked for; the newsroom sees it too
    Submission submit(Comment comment, Challenge challenge, Medium answeredBy, Proof work);

    /// The same where no work was asked for.
    default Submission submit(Comment comment, Challenge challenge, Medium answeredBy) {
        return submit(comment, challenge, answeredBy, Proof.NOT_ASKED_FOR);
    }

    /// Puts the outcome of a challenge that was answered wrongly: it can't be answered again. Should the challenge
    /// have let this very comment in before, the first answer stands.
    Submission miss(Comment comment, Challenge challenge);

    /// The comment that this challenge has let in, if it has the same content: reads, writes nothing.
    Optional<CommentId> earlier(Comment comment, Challenge challenge);

    /// The comments in these two tables.
    ///
    /// @param names what a text with its author's e-mail address is called
    static Comments in(DynamoDbEnhancedClient dynamoDb, String commentsTable, String captchasTable, KeyedHash names) {
        return new DynamoDbComments(dynamoDb, commentsTable, captchasTable, names);
    }
}
