package ykien.signin;

import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;

/// Sessions in the table `Sessions`.
final class DynamoDbSessions implements Sessions {
    private final DynamoDbTable<SessionItem> sessions;

    DynamoDbSessions(DynamoDbEnhancedClient dynamoDb, String sessionsTable) {
        this.sessions = dynamoDb.table(sessionsTable, SessionItem.SCHEMA);
    }

    @Override
    public void open(Session session) {
        sessions.putItem(SessionItem.of(session));
    }

    @Override
    public boolean isOpen(Session session) {
        return sessions.getItem(r -> r.consistentRead(true).key(key(session))) != null;
    }

    @Override
    public void close(Session session) {
        sessions.deleteItem(key(session));
    }

    private static Key key(Session session) {
        return Key.builder().partitionValue(session.id()).build();
    }
}
