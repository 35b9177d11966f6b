package ykien.publish;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class StoresOnLocalStackTest extends StoresContract {
    private @Nullable LocalStack localStack;
    private Map<String, String> names = Map.of();

    @Override
    DynamoDbClient client() throws Exception {
        var started = LocalStack.start();
        localStack = started;
        names = started.deploy();
        return started.dynamoDb();
    }

    @Override
    String table(String logicalId) {
        return names.getOrDefault(logicalId, "");
    }

    @AfterAll
    void stop() {
        if (localStack != null) {
            localStack.close();
        }
    }
}
