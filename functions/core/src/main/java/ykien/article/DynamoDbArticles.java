package ykien.article;

import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import ykien.settings.DynamoDbConflicts;

/// The newsroom's view of the table `Articles`.
final class DynamoDbArticles implements Articles {
    private final DynamoDbTable<ArticleItem> table;

    DynamoDbArticles(DynamoDbEnhancedClient dynamoDb, String articlesTable) {
        this.table = dynamoDb.table(articlesTable, ArticleItem.SCHEMA);
    }

    /// An update, not a put: the number of comments stays, and so does what the desk says, as these are written only
    /// where there are none; what the new version leaves out is removed. An approval at the same moment may be in
    /// its way.
    @Override
    public void publish(Article article) {
        DynamoDbConflicts.outlast(() -> table.updateItem(ArticleItem.of(article)));
    }
}
