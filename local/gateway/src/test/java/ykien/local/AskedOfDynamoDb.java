package ykien.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/// What a client asks of DynamoDB, as the permissions that it takes: `dynamodb:Query
/// CommentsTable/index/byArticle`.
final class AskedOfDynamoDb implements ExecutionInterceptor {
    private final Set<String> permissions = new TreeSet<>();
    private final List<String> requests = new ArrayList<>();

    /// All since the last [#forget].
    synchronized Set<String> permissions() {
        return Set.copyOf(permissions);
    }

    synchronized void forget() {
        permissions.clear();
        requests.clear();
    }

    /// Each request since the last [#forget], by its name: `BatchGetItemRequest`.
    synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    /// A transaction takes the permission of each of its items ("IAM with transactions", Amazon DynamoDB Developer
    /// Guide).
    @Override
    public synchronized void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        requests.add(context.request().getClass().getSimpleName());
        switch (context.request()) {
            case GetItemRequest get -> permissions.add("dynamodb:GetItem " + get.tableName());
            case QueryRequest query
            when query.indexName() == null -> permissions.add("dynamodb:Query " + query.tableName());
            case QueryRequest query ->
                permissions.add("dynamodb:Query " + query.tableName() + "/index/" + query.indexName());
            case PutItemRequest put -> permissions.add("dynamodb:PutItem " + put.tableName());
            case DeleteItemRequest delete -> permissions.add("dynamodb:DeleteItem " + delete.tableName());
            case UpdateItemRequest update -> permissions.add("dynamodb:UpdateItem " + update.tableName());
            case BatchGetItemRequest batch ->
                batch.requestItems().keySet().forEach(table -> permissions.add("dynamodb:BatchGetItem " + table));
            case TransactWriteItemsRequest all -> {
                for (var item : all.transactItems()) {
                    if (item.put() != null) {
                        permissions.add("dynamodb:PutItem " + item.put().tableName());
                    } else if (item.update() != null) {
                        permissions.add("dynamodb:UpdateItem " + item.update().tableName());
                    } else {
                        throw new AssertionError("no permission is known for " + item);
                    }
                }
            }
            default -> throw new AssertionError("no permission is known for " + context.request());
        }
    }
}
