package ykien.article;

import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;

/// All articles, scheduled ones too, for those who write them.
public interface Articles {
    /// Puts the article where readers find it once its time has come. Again under the same slug it replaces what was
    /// there, but for what is the desk's: the number of comments, and whether it was closed or reopened there.
    void publish(Article article);

    /// The articles in this table.
    static Articles in(DynamoDbEnhancedClient dynamoDb, String articlesTable) {
        return new DynamoDbArticles(dynamoDb, articlesTable);
    }
}
