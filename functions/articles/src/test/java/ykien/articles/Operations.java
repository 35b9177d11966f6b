package ykien.articles;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/// What is asked of DynamoDB, in order, and what DynamoDB says that it cost.
final class Operations implements ExecutionInterceptor {
    /// One call.
    ///
    /// @param what such as `Query CommentsTable/index/byArticle`
    /// @param units of read capacity
    record Operation(String what, double units) {}

    private final List<Operation> asked = new CopyOnWriteArrayList<>();

    /// All since the last [#forget].
    List<Operation> asked() {
        return List.copyOf(asked);
    }

    void forget() {
        asked.clear();
    }

    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
        return switch (context.request()) {
            case GetItemRequest get ->
                get.toBuilder()
                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                        .build();
            case QueryRequest query ->
                query.toBuilder()
                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                        .build();
            default -> throw new AssertionError("whoever reads sends no " + context.request());
        };
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        asked.add(
                switch (context.request()) {
                    case GetItemRequest get ->
                        new Operation(
                                "GetItem " + get.tableName(),
                                units(((GetItemResponse) context.response()).consumedCapacity()));
                    case QueryRequest query ->
                        new Operation(
                                "Query " + query.tableName() + "/index/" + query.indexName(),
                                units(((QueryResponse) context.response()).consumedCapacity()));
                    default -> throw new AssertionError("no answer is known of " + context.request());
                });
    }

    private static double units(ConsumedCapacity capacity) {
        return Objects.requireNonNull(capacity.capacityUnits(), "asked for, and not told");
    }
}
