package ykien.moderation;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import ykien.article.Slug;
import ykien.comment.CommentId;
import ykien.decisionlog.Actor;
import ykien.decisionlog.Witness;

record DynamoDbModeration(DynamoDbClient dynamoDb, DeskTables tables, Witness witness, InstantSource clock)
        implements Moderation {
    @Override
    public List<Outcome> decide(List<Seen> seen, Decision decision, Actor by) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Contact> contact(CommentId comment, Actor by) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Closing takeComments(Slug article, boolean open, Actor by) {
        throw new UnsupportedOperationException();
    }
}
