package ykien.moderation;

import java.time.InstantSource;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import ykien.article.CommentPeriod;
import ykien.article.Slug;
import ykien.comment.CommentId;
import ykien.listing.Cursor;
import ykien.listing.Page;

/// The comments as they lie before the newsroom. Nothing is written here. What a page costs does not depend on how
/// many comments there are.
public interface Piles {
    /// How many comments a page holds, at most.
    int PAGE = 20;

    /// How many comments a search looks at for a page, at most.
    int EXAMINED = 500;

    /// A page of a list. Where a comment was decided about just now, it may be missing from the page, and the page
    /// be shorter; there may still be a next one.
    ///
    /// @param after where the page before ended; empty for the first page
    Page<Moderated> page(Listing listing, Optional<Cursor> after);

    /// A page of those in the list that have what is sought; of [#EXAMINED] comments at most.
    ///
    /// @param after where the page before ended; empty for the first page
    Found search(Listing listing, Sought sought, Optional<Cursor> after);

    /// One comment, as it is at this moment.
    Optional<Moderated> find(CommentId comment);

    /// One article; scheduled ones too.
    Optional<ArticleLine> article(Slug article);

    /// The piles in these tables, of articles that do not close by themselves.
    static Piles in(DynamoDbClient dynamoDb, DeskTables tables) {
        return in(dynamoDb, tables, CommentPeriod.FOR_EVER, InstantSource.system());
    }

    /// The piles in these tables.
    ///
    /// @param period how long an article takes comments
    static Piles in(DynamoDbClient dynamoDb, DeskTables tables, CommentPeriod period, InstantSource clock) {
        return new DynamoDbPiles(dynamoDb, tables, period, clock);
    }
}
