package ykien.comment;

import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactUpdateItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactWriteItemsEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import ykien.challenge.Challenge;
import ykien.challenge.DynamoDbOutcomes;
import ykien.challenge.Outcome;
import ykien.settings.DynamoDbConflicts;

/// Reports in the table `Reports`, what they change of the table `Comments`, and what became of their challenges in the
/// table `Captchas`.
final class DynamoDbReports implements Reports {
    /// Where the outcome stands among a transaction's items, and so among its cancellation reasons.
    private static final int OUTCOME = 0;

    /// Where the comment stands. Its refused condition never brings the item along: an e-mail address is in it.
    private static final int COMMENT = 1;

    private final DynamoDbEnhancedClient dynamoDb;
    private final DynamoDbTable<ReportItem> reports;
    private final DynamoDbTable<ReportedItem> comments;
    private final DynamoDbOutcomes outcomes;

    DynamoDbReports(DynamoDbEnhancedClient dynamoDb, String reportsTable, String commentsTable, String captchasTable) {
        this.dynamoDb = dynamoDb;
        this.reports = dynamoDb.table(reportsTable, ReportItem.SCHEMA);
        this.comments = dynamoDb.table(commentsTable, ReportedItem.SCHEMA);
        this.outcomes = new DynamoDbOutcomes(dynamoDb, captchasTable);
    }

    /// The second transaction is for what the first one's refused condition can't tell: there is no such comment, or it
    /// has been reported often enough.
    @Override
    public Reporting submit(Report report, Challenge challenge) {
        var kept = counted(report, challenge, ReportedItem.isShownAndHasRoom(report));
        kept.addPutItem(reports, ReportItem.of(report));
        return written(report, kept)
                .or(() -> written(report, counted(report, challenge, ReportedItem.isShown(report))))
                .orElseGet(Reporting.Unknown::new);
    }

    private TransactWriteItemsEnhancedRequest.Builder counted(
            Report report, Challenge challenge, Expression condition) {
        var all = TransactWriteItemsEnhancedRequest.builder();
        outcomes.putIn(all, challenge, new Outcome.Spent(report.id().value(), report.contentHash()));
        return all.addUpdateItem(
                comments,
                TransactUpdateItemEnhancedRequest.builder(ReportedItem.class)
                        .item(ReportedItem.of(report))
                        .conditionExpression(condition)
                        .build());
    }

    /// @return empty if the comment does not meet its condition
    private Optional<Reporting> written(Report report, TransactWriteItemsEnhancedRequest.Builder all) {
        var transaction = all.build();
        return DynamoDbConflicts.outlast(() -> {
            try {
                dynamoDb.transactWriteItems(transaction);
                return Optional.of(new Reporting.Accepted(report.id()));
            } catch (TransactionCanceledException e) { // ALL_OLD brings the first outcome along: no second read
                var reasons = e.cancellationReasons();
                var first = DynamoDbOutcomes.first(reasons.get(OUTCOME).item());
                if (first.isPresent()) {
                    return first.map(outcome -> told(outcome, report));
                }
                if ("ConditionalCheckFailed".equals(reasons.get(COMMENT).code())) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    @Override
    public Reporting miss(Report report, Challenge challenge) {
        return told(outcomes.settle(challenge, new Outcome.Missed()), report);
    }

    @Override
    public Optional<ReportId> earlier(Report report, Challenge challenge) {
        return outcomes.of(challenge).flatMap(outcome -> sameAs(report, outcome));
    }

    /// What whoever sends this report now is told.
    private static Reporting told(Outcome outcome, Report report) {
        if (outcome instanceof Outcome.Missed) {
            return new Reporting.Missed();
        }
        return sameAs(report, outcome).<Reporting>map(Reporting.Repeated::new).orElseGet(Reporting.Spent::new);
    }

    /// The report that the challenge let in, if it says the same.
    private static Optional<ReportId> sameAs(Report report, Outcome outcome) {
        return outcome instanceof Outcome.Spent(var id, var content) && content.equals(report.contentHash())
                ? Optional.of(new ReportId(id))
                : Optional.empty();
    }
}
