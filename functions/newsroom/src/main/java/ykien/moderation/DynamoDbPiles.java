package ykien.moderation;

import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import ykien.article.Slug;
import ykien.comment.CommentId;
import ykien.listing.Cursor;
import ykien.listing.Page;

record DynamoDbPiles(DynamoDbClient dynamoDb, DeskTables tables) implements Piles {
    @Override
    public Page<Moderated> page(Listing listing, Optional<Cursor> after) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Found search(Listing listing, Sought sought, Optional<Cursor> after) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Moderated> find(CommentId comment) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<ArticleLine> article(Slug article) {
        throw new UnsupportedOperationException();
    }
}
