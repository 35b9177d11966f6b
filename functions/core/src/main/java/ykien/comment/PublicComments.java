package ykien.comment;

import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import ykien.article.Slug;
import ykien.listing.Cursor;
import ykien.listing.Page;

/// The approved comments, as readers see them.
public interface PublicComments {
    /// How many comments a page holds.
    int PAGE = 20;

    /// The comments under an article, newest first: one query of an index that holds nothing else.
    ///
    /// @param after the last comment of the page before; empty for the first page
    Page<PublicComment> under(Slug article, Optional<Cursor> after);

    /// One comment under an article: one query of the same index.
    ///
    /// @param at its [PublicComment#at]: by time alone the index finds it
    Optional<PublicComment> one(Slug article, CommentId id, Instant at);

    /// The approved comments in this table.
    static PublicComments in(DynamoDbEnhancedClient dynamoDb, String commentsTable) {
        return new DynamoDbPublicComments(dynamoDb, commentsTable);
    }
}
