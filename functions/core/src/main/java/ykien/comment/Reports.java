package ykien.comment;

import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import ykien.challenge.Challenge;

/// What readers report, on its way in. A reported comment stays where readers see it until an editor decides; it lies
/// in the moderation queue, once, however often it is reported. As with comments ([Comments]), a challenge has exactly
/// one outcome, which DynamoDB itself decides: whatever is sent twice gets the first answer.
public interface Reports {
    /// How many reports of a comment are kept until an editor has looked at it. By then it lies in the queue, and more
    /// words make no difference; they are still counted.
    int MOST_KEPT = 100;

    /// Puts the report and the outcome of its challenge, counts it at the comment and moves that into the queue: all or
    /// nothing, in one transaction; in a second one where [#MOST_KEPT] are there already.
    Reporting submit(Report report, Challenge challenge);

    /// Puts the outcome of a challenge that was answered wrongly: it can't be answered again. Should the challenge
    /// have let this very report in before, the first answer stands.
    Reporting miss(Report report, Challenge challenge);

    /// The report that this challenge has let in, if it says the same: reads, writes nothing.
    Optional<ReportId> earlier(Report report, Challenge challenge);

    /// The reports in these tables.
    static Reports in(
            DynamoDbEnhancedClient dynamoDb, String reportsTable, String commentsTable, String captchasTable) {
        return new DynamoDbReports(dynamoDb, reportsTable, commentsTable, captchasTable);
    }
}
