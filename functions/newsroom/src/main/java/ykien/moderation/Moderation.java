package ykien.moderation;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import ykien.article.CommentPeriod;
import ykien.article.Slug;
import ykien.comment.CommentId;
import ykien.decisionlog.Actor;
import ykien.decisionlog.Witness;

/// What the newsroom decides. Each decision and its entry in the log are one transaction: both are there, or
/// neither.
public interface Moderation {
    /// Decides the same about some comments. Each has an outcome of its own: what one comment meets keeps none of
    /// the others from being decided.
    ///
    /// @param seen each with the version that the person saw
    /// @return an outcome for each of them, in their order
    List<Outcome> decide(List<Seen> seen, Decision decision, Actor by);

    /// Decides about one comment.
    default Outcome decide(Seen seen, Decision decision, Actor by) {
        return decide(List.of(seen), decision, by).getFirst();
    }

    /// How to reach whoever sent the comment. That it was asked for stands in the log before it is given.
    ///
    /// @return empty if there is no such comment
    /// @throws LogBusy if too many decide at this very moment; nothing is shown then
    Optional<Contact> contact(CommentId comment, Actor by);

    /// Closes an article's comments, or opens them, whatever its file and its age say, until somebody says otherwise
    /// here.
    Closing takeComments(Slug article, boolean open, Actor by);

    /// Moderation in these tables, of articles that do not close by themselves.
    ///
    /// @param witness is told the log's newest entry after each transaction
    static Moderation in(DynamoDbClient dynamoDb, DeskTables tables, Witness witness, InstantSource clock) {
        return in(dynamoDb, tables, CommentPeriod.FOR_EVER, witness, clock);
    }

    /// Moderation in these tables.
    ///
    /// @param period how long an article takes comments
    /// @param witness is told the log's newest entry after each transaction
    static Moderation in(
            DynamoDbClient dynamoDb, DeskTables tables, CommentPeriod period, Witness witness, InstantSource clock) {
        return new DynamoDbModeration(dynamoDb, tables, period, witness, clock);
    }
}
