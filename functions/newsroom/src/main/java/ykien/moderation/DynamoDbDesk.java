package ykien.moderation;

import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import ykien.decisionlog.Actor;
import ykien.decisionlog.Witness;

record DynamoDbDesk(DynamoDbClient dynamoDb, DeskTables tables, Witness witness, InstantSource clock) implements Desk {
    @Override
    public Paper read(Paper.Name name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Paper.Writing write(Paper.Name name, String text, long version, Actor by) {
        throw new UnsupportedOperationException();
    }
}
