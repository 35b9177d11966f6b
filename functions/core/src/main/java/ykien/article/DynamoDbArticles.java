package ykien.article;

import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;

/// The newsroom's view of the table `Articles`.
final class DynamoDbArticles implements Articles {
    private final DynamoDbTable<ArticleItem> table;

    DynamoDbArticles(DynamoDbEnhancedClient dynamoDb, String articlesTable) {
        this.table = dynamoDb.table(articlesTable, ArticleItem.SCHEMA);
    }

    /// An update, not a put: the number of comments stays (its attribute is written only where there is none), and
    /// what the new version leaves out is removed.
    @Override
    public void publish(Article article) {
        table.updateItem(ArticleItem.of(article));
    }
}
