package ykien.decisionlog;

import java.util.OptionalLong;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The log in the table `DecisionLog`.
record DynamoDbDecisionLog(DynamoDbClient dynamoDb, String table) implements DecisionLog {
    @Override
    public LogPage page(LogFilter filter, OptionalLong below) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Export export(long after) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Verification verify(long after, Witness witness) {
        throw new UnsupportedOperationException();
    }
}
