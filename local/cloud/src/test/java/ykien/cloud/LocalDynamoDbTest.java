package ykien.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

class LocalDynamoDbTest {
    private final Template template = Templates.defaults();

    @Test
    void The_tables_of_the_template_are_there_with_index_and_expiry() throws IOException {
        try (var dynamoDb = LocalDynamoDb.inMemory().start(template)) {
            put(dynamoDb);
            var found = dynamoDb.client()
                    .query(query -> query.tableName("NotesTable")
                            .indexName("byAuthor")
                            .keyConditionExpression("author = :author")
                            .expressionAttributeValues(Map.of(":author", text("Lan"))));
            assertThat(found.items())
                    .containsExactly(Map.of(
                            "id", text("1"), "author", text("Lan"), "writtenAt", text("2026"), "card", text("shown")));
            var expiry = dynamoDb.client()
                    .describeTimeToLive(it -> it.tableName("NotesTable"))
                    .timeToLiveDescription();
            assertThat(expiry.timeToLiveStatus()).isEqualTo(TimeToLiveStatus.ENABLED);
            assertThat(expiry.attributeName()).isEqualTo("expiresAt");
        }
    }

    @Test
    void For_tests_nothing_expires_by_this_machines_clock() {
        try (var dynamoDb = LocalDynamoDb.start(template)) {
            var expiry = dynamoDb.client().describeTimeToLive(it -> it.tableName("NotesTable"));
            assertThat(expiry.timeToLiveDescription().timeToLiveStatus()).isEqualTo(TimeToLiveStatus.DISABLED);
        }
    }

    @Test
    void Cleared_it_is_as_new() {
        try (var dynamoDb = LocalDynamoDb.start(template)) {
            put(dynamoDb);
            dynamoDb.clear();
            assertThat(items(dynamoDb)).isZero();
        }
    }

    @Test
    void In_a_folder_it_keeps_what_it_has(@TempDir Path folder) throws IOException {
        try (var dynamoDb = LocalDynamoDb.in(folder).start(template)) {
            put(dynamoDb);
        }
        try (var dynamoDb = LocalDynamoDb.in(folder).start(template)) {
            assertThat(items(dynamoDb)).isOne();
        }
    }

    @Test
    void Data_of_another_template_is_left_alone(@TempDir Path folder) throws IOException {
        LocalDynamoDb.in(folder).start(template).close();
        var other = Template.parse(Templates.YAML.replace("[card]", "[card, more]"), Map.of());
        assertThatThrownBy(() -> LocalDynamoDb.in(folder).start(other))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(folder + " can't hold DynamoDB's data: its table NotesTable has other keys");
    }

    @Test
    void A_folder_that_is_a_file_is_refused(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("file"), "no folder");
        assertThatThrownBy(() -> LocalDynamoDb.in(file).start(template))
                .isInstanceOf(IOException.class)
                .hasMessage(file + " can't hold DynamoDB's data: it is no folder");
    }

    @Test
    void A_data_file_that_is_none_is_refused(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("shared-local-instance.db"), "no database");
        assertThatThrownBy(() -> LocalDynamoDb.in(folder).start(template))
                .isInstanceOf(IOException.class)
                .hasMessage(file + " is no SQLite file that can be read and written; move it away");
    }

    @Test
    void A_chosen_port_is_used_and_a_taken_one_refused() throws IOException {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        try (var dynamoDb = LocalDynamoDb.inMemory().on(port).start(template)) {
            assertThat(dynamoDb.endpoint()).hasPort(port);
            assertThatThrownBy(() -> LocalDynamoDb.inMemory().on(port).start(template))
                    .isInstanceOf(IOException.class)
                    .hasMessage("DynamoDB can't listen on port " + port + ": Address already in use");
        }
    }

    @Test
    void Without_a_chosen_port_only_this_machine_reaches_it() throws IOException {
        try (var dynamoDb = LocalDynamoDb.start(template);
                var other = new ServerSocket()) {
            // Every other address of this machine still has that port free.
            other.bind(new java.net.InetSocketAddress(
                    InetAddress.getByName("127.0.0.2"), dynamoDb.endpoint().getPort()));
            assertThat(other.isBound()).isTrue();
        }
    }

    private static void put(LocalDynamoDb dynamoDb) {
        dynamoDb.client()
                .putItem(put -> put.tableName("NotesTable")
                        .item(Map.of(
                                "id", text("1"),
                                "author", text("Lan"),
                                "writtenAt", text("2026"),
                                "card", text("shown"),
                                "secret", text("not projected"))));
    }

    private static int items(LocalDynamoDb dynamoDb) {
        return dynamoDb.client().scan(it -> it.tableName("NotesTable")).count();
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }
}
