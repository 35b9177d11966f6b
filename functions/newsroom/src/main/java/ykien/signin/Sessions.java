package ykien.signin;

import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;

/// Which sessions are open. A cookie alone is not enough: whoever copied one is out once its person has signed out.
public interface Sessions {
    /// From now on it is open, until it expires or is closed.
    void open(Session session);

    /// Whether it is open: one consistent read.
    boolean isOpen(Session session);

    /// From now on it is not.
    void close(Session session);

    /// The sessions in this table.
    static Sessions in(DynamoDbEnhancedClient dynamoDb, String sessionsTable) {
        return new DynamoDbSessions(dynamoDb, sessionsTable);
    }
}
