package ykien.comment;

import java.util.List;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;

/// The newsroom's view of the table `Reports`.
final class DynamoDbReceivedReports implements ReceivedReports {
    private final DynamoDbTable<ReportItem> reports;

    DynamoDbReceivedReports(DynamoDbEnhancedClient dynamoDb, String reportsTable) {
        this.reports = dynamoDb.table(reportsTable, ReportItem.SCHEMA);
    }

    @Override
    public List<Report> of(CommentId comment, int most) {
        var query = reports.query(q -> q.queryConditional(QueryConditional.keyEqualTo(
                        Key.builder().partitionValue(comment.value()).build()))
                .scanIndexForward(false)
                .limit(most));
        return query.iterator().next().items().stream().map(ReportItem::report).toList();
    }
}
