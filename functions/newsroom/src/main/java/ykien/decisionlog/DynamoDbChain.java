package ykien.decisionlog;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The end of the chain of entries, for stores that write what is logged.
public record DynamoDbChain(DynamoDbClient dynamoDb, String table) {}
