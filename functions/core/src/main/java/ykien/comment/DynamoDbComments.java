package ykien.comment;

import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactPutItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactWriteItemsEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import ykien.challenge.Challenge;
import ykien.challenge.ContentHash;
import ykien.challenge.DynamoDbOutcomes;
import ykien.challenge.KeyedHash;
import ykien.challenge.Medium;
import ykien.challenge.Outcome;
import ykien.challenge.Proof;
import ykien.settings.DynamoDbConflicts;

/// Comments in the table `Comments`, and what became of their challenges in the table `Captchas`.
final class DynamoDbComments implements Comments {
    /// Where the outcome stands among a transaction's items, and so among its cancellation reasons.
    private static final int OUTCOME = 1;

    /// Where the text stands.
    private static final int TEXT = 2;

    private static final Expression IS_NEW =
            Expression.builder().expression("attribute_not_exists(id)").build();

    private final DynamoDbEnhancedClient dynamoDb;
    private final KeyedHash names;
    private final DynamoDbTable<CommentItem> comments;
    private final DynamoDbOutcomes outcomes;

    DynamoDbComments(DynamoDbEnhancedClient dynamoDb, String commentsTable, String captchasTable, KeyedHash names) {
        this.dynamoDb = dynamoDb;
        this.names = names;
        this.comments = dynamoDb.table(commentsTable, CommentItem.SCHEMA);
        this.outcomes = new DynamoDbOutcomes(dynamoDb, captchasTable);
    }

    @Override
    public Submission submit(Comment comment, Challenge challenge, Medium answeredBy, Proof work) {
        var hash = comment.contentHash();
        var all = TransactWriteItemsEnhancedRequest.builder()
                .addPutItem(
                        comments,
                        TransactPutItemEnhancedRequest.builder(CommentItem.class)
                                .item(CommentItem.waiting(comment, answeredBy, work))
                                .conditionExpression(IS_NEW)
                                .build());
        var spent = new Outcome.Spent(comment.id().value(), hash);
        outcomes.putIn(all, challenge, spent);
        outcomes.putTextIn(all, text(comment), spent, comment.submittedAt());
        var transaction = all.build();
        return DynamoDbConflicts.outlast(() -> {
            try {
                dynamoDb.transactWriteItems(transaction);
                return new Submission.Accepted(comment.id());
            } catch (TransactionCanceledException e) { // ALL_OLD brings the first outcome along: no second read
                var reasons = e.cancellationReasons();
                return DynamoDbOutcomes.first(reasons.get(OUTCOME).item())
                        .map(first -> told(first, hash))
                        .or(() ->
                                DynamoDbOutcomes.first(reasons.get(TEXT).item()).flatMap(DynamoDbComments::sameText))
                        .orElseThrow(() -> e);
            }
        });
    }

    private String text(Comment comment) {
        return names.name(
                "text", comment.article().value(), comment.author().email().normalised(), comment.content());
    }

    private static Optional<Submission> sameText(Outcome first) {
        return first instanceof Outcome.Spent spent
                ? Optional.of(new Submission.Repeated(new CommentId(spent.on())))
                : Optional.empty();
    }

    @Override
    public Submission miss(Comment comment, Challenge challenge) {
        return told(outcomes.settle(challenge, new Outcome.Missed()), comment.contentHash());
    }

    @Override
    public Optional<CommentId> earlier(Comment comment, Challenge challenge) {
        return outcomes.of(challenge).flatMap(outcome -> commentOf(outcome, comment.contentHash()));
    }

    /// What whoever sends this content now is told.
    private static Submission told(Outcome outcome, ContentHash hash) {
        if (outcome instanceof Outcome.Missed) {
            return new Submission.Missed();
        }
        return commentOf(outcome, hash)
                .<Submission>map(Submission.Repeated::new)
                .orElseGet(Submission.Spent::new);
    }

    /// The comment that the challenge let in, if this is its content.
    private static Optional<CommentId> commentOf(Outcome outcome, ContentHash hash) {
        return outcome instanceof Outcome.Spent(var comment, var content) && content.equals(hash)
                ? Optional.of(new CommentId(comment))
                : Optional.empty();
    }
}
