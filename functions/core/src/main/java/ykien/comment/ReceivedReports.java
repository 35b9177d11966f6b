package ykien.comment;

import java.util.List;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;

/// What readers have reported, for the newsroom.
public interface ReceivedReports {
    /// The newest reports of a comment, newest first: one query.
    ///
    /// @param most how many at most
    List<Report> of(CommentId comment, int most);

    /// The reports in this table.
    static ReceivedReports in(DynamoDbEnhancedClient dynamoDb, String reportsTable) {
        return new DynamoDbReceivedReports(dynamoDb, reportsTable);
    }
}
