package ykien.moderation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/// What a client asks of DynamoDB, by the operations' own names.
final class Asked implements ExecutionInterceptor {
    private final List<String> names = new ArrayList<>();
    private int items;

    @Override
    public synchronized void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        names.add(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME));
        if (context.request() instanceof BatchGetItemRequest batch) {
            items += batch.requestItems().values().stream()
                    .map(KeysAndAttributes::keys)
                    .mapToInt(List::size)
                    .sum();
        }
    }

    synchronized void forget() {
        names.clear();
        items = 0;
    }

    /// How often each operation was asked for since the last [#forget].
    synchronized Map<String, Integer> operations() {
        var counts = new TreeMap<String, Integer>();
        names.forEach(name -> counts.merge(name, 1, Integer::sum));
        return counts;
    }

    /// How many items were asked for in batches.
    synchronized int items() {
        return items;
    }
}
