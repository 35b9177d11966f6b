package ykien.publish;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import ykien.cloud.LocalDynamoDb;
import ykien.cloud.Template;

class StoresOnDynamoDbLocalTest extends StoresContract {
    private @Nullable LocalDynamoDb dynamoDb;

    @Override
    DynamoDbClient client() throws Exception {
        var started =
                LocalDynamoDb.start(Template.read(Path.of(System.getProperty("ykien.root", ".."), "template.yaml")));
        dynamoDb = started;
        return started.client();
    }

    @Override
    String table(String logicalId) {
        return logicalId;
    }

    @AfterAll
    void stop() {
        if (dynamoDb != null) {
            dynamoDb.close();
        }
    }
}
