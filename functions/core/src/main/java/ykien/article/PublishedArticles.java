package ykien.article;

import java.time.InstantSource;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import ykien.listing.Cursor;
import ykien.listing.Page;

/// The articles that readers may see. One that is scheduled for later is not among them, however it is asked for.
public interface PublishedArticles {
    /// How many cards a list's page holds.
    int PAGE = 12;

    /// The article of that slug: one read of one item.
    Optional<Article> find(Slug slug);

    /// The newest articles: one query of an index.
    ///
    /// @param after the last article of the page before; empty for the first page
    Page<Card> latest(Optional<Cursor> after);

    /// The newest articles of one category: one query of an index.
    ///
    /// @param after the last article of the page before; empty for the first page
    Page<Card> inCategory(Slug category, Optional<Cursor> after);

    /// The published articles in this table, which close as the newsroom says and not by themselves.
    static PublishedArticles in(DynamoDbEnhancedClient dynamoDb, String articlesTable, InstantSource clock) {
        return in(dynamoDb, articlesTable, CommentPeriod.FOR_EVER, clock);
    }

    /// The published articles in this table.
    ///
    /// @param open how long each takes comments
    static PublishedArticles in(
            DynamoDbEnhancedClient dynamoDb, String articlesTable, CommentPeriod open, InstantSource clock) {
        return new DynamoDbPublishedArticles(dynamoDb, articlesTable, open, clock);
    }
}
