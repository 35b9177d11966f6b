package ykien.verifylog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import ykien.cloud.LocalDynamoDb;
import ykien.cloud.Template;
import ykien.decisionlog.Actor;
import ykien.decisionlog.DecisionLog;
import ykien.decisionlog.Testimony;
import ykien.decisionlog.Witness;
import ykien.moderation.DeskTables;
import ykien.moderation.Paper;
import ykien.moderation.Papers;
import ykien.publish.LocalStack;

class VerifyLogTest {
    private static final DeskTables TABLES =
            new DeskTables("ArticlesTable", "CommentsTable", "SendersTable", "DecisionLogTable", "DeskTable");
    private static final LocalDynamoDb DYNAMO_DB =
            LocalDynamoDb.start(Template.read(Path.of(System.getProperty("ykien.root", ".."), "template.yaml")));

    private final InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-23T02:00:00Z"));
    private final Witness witness = Witness.inMemory(clock);
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    VerifyLogTest() {
        DYNAMO_DB.clear();
    }

    @AfterAll
    static void stop() {
        DYNAMO_DB.close();
    }

    private void change(int times) {
        var papers = Papers.in(DYNAMO_DB.client(), TABLES, witness, clock);
        for (var i = 0; i < times; i++) {
            papers.write(Paper.Name.PHRASES, "số " + i, i, new Actor("s-lan", "Lan"));
        }
    }

    private int verify(Witness heard) {
        var log = DecisionLog.in(DYNAMO_DB.client(), "DecisionLogTable", clock);
        return new VerifyLog(log, heard, new PrintStream(printed, true, UTF_8)).all();
    }

    private void remove(int number) {
        DYNAMO_DB.client().deleteItem(r -> r.tableName("DecisionLogTable").key(key(number)));
    }

    private static Map<String, AttributeValue> key(int number) {
        return Map.of("chain", AttributeValue.fromS("newsroom"), "number", AttributeValue.fromN("" + number));
    }

    private String said() {
        return printed.toString(UTF_8);
    }

    @Nested
    class A_log {
        @Test
        void that_nobody_touched_is_intact_and_the_exit_code_0() {
            change(3);

            assertThat(verify(witness)).isZero();
            assertThat(said()).startsWith("INTACT: 3 entries").contains("the hash of entry 3.");
        }

        @Test
        void with_an_entry_less_is_not_and_the_exit_code_1() {
            change(3);
            remove(2);

            assertThat(verify(witness)).isEqualTo(1);
            assertThat(said()).isEqualTo("NOT INTACT: entry 2 is missing." + System.lineSeparator());
        }

        @Test
        void that_was_cut_is_not_and_the_exit_code_1() {
            change(3);
            remove(3);

            assertThat(verify(witness)).isEqualTo(1);
            assertThat(said()).startsWith("NOT INTACT: the log ends after entry 2, but");
        }

        @Test
        void without_a_witness_leaves_it_open_and_the_exit_code_2() {
            change(3);

            assertThat(verify(Witness.inMemory(clock))).isEqualTo(2);
            assertThat(said()).startsWith("UNWITNESSED: 3 entries, which hang together; but the function's log has no");
        }

        @Test
        void whose_witness_can_not_be_asked_leaves_it_open_and_the_exit_code_2() {
            change(3);

            assertThat(verify(new Witness() {
                        @Override
                        public void tell(long number, String hash) {}

                        @Override
                        public Testimony between(Instant from, Instant to) {
                            return new Testimony.Unavailable("no right to");
                        }
                    }))
                    .isEqualTo(2);
            assertThat(said()).contains("the function's log could not be read");
        }
    }

    @Nested
    class The_command_without_what_it_needs {
        @Test
        void names_the_option_that_is_missing() throws Exception {
            fails("ykien.stack is not given; run mvn -Pverify-log -Dykien.stack=NAME");
        }

        @Test
        void asks_for_a_region() throws Exception {
            fails("No AWS region found; set AWS_REGION", "-Dykien.stack=ykien");
        }

        private static void fails(String line, String... properties) throws Exception {
            var run = Run.of(Map.of(), properties);

            assertThat(run.lines()).singleElement().asString().contains(line);
            assertThat(run.exitCode()).isEqualTo(2);
        }
    }

    /// Against a stack, whose function printed to CloudWatch Logs.
    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class The_command {
        private @Nullable LocalStack localStack;
        private Map<String, String> names = Map.of();

        @BeforeAll
        void start() throws Exception {
            var started = LocalStack.start();
            localStack = started;
            names = new HashMap<>(started.deploy());
        }

        @AfterAll
        void stop() {
            if (localStack != null) {
                localStack.close();
            }
        }

        @Test
        void compares_the_table_with_what_the_function_printed() throws Exception {
            var cloud = Objects.requireNonNull(localStack);
            var table = name("DecisionLogTable");
            try (var dynamoDb = cloud.dynamoDb();
                    var logs = cloud.logs()) {
                var tables = new DeskTables("", "", "", table, name("DeskTable"));
                var stdout = new PrintStream(printed, true, UTF_8);
                var papers = Papers.in(dynamoDb, tables, Witness.cloudWatch(stdout, ""), InstantSource.system());
                for (var i = 0; i < 3; i++) {
                    stdout.println("{\"level\":\"INFO\",\"requestId\":\"r\",\"status\":200}");
                    papers.write(Paper.Name.PHRASES, "số " + i, i, new Actor("s-lan", "Lan"));
                }
                keep(logs, said().lines().toList());

                var intact = Run.of(cloud.environment(), "-Dykien.stack=" + LocalStack.STACK);
                assertThat(intact.lines())
                        .last()
                        .asString()
                        .startsWith("INTACT: 3 entries")
                        .contains("the hash of entry 3.");
                assertThat(intact.exitCode()).isZero();

                dynamoDb.deleteItem(r -> r.tableName(table).key(key(3)));
                var cut = Run.of(cloud.environment(), "-Dykien.stack=" + LocalStack.STACK);
                assertThat(cut.lines()).last().asString().startsWith("NOT INTACT: the log ends after entry 2");
                assertThat(cut.exitCode()).isEqualTo(1);
            }
        }

        /// As Lambda does with what a function prints.
        private void keep(CloudWatchLogsClient logs, List<String> lines) {
            var group = name("NewsroomLog");
            logs.createLogStream(r -> r.logGroupName(group).logStreamName("one"));
            var events = lines.stream()
                    .map(line -> InputLogEvent.builder()
                            .message(line)
                            .timestamp(System.currentTimeMillis())
                            .build())
                    .toList();
            logs.putLogEvents(r -> r.logGroupName(group).logStreamName("one").logEvents(events));
        }

        private String name(String logicalId) {
            return Objects.requireNonNull(names.get(logicalId));
        }
    }

    /// The command as the operator's shell runs it.
    private record Run(int exitCode, List<String> lines) {
        static Run of(Map<String, String> environment, String... properties) throws Exception {
            var command = new ArrayList<String>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), "-Dstdout.encoding=UTF-8"));
            command.addAll(List.of(properties));
            command.add("ykien.verifylog.VerifyLog");
            var process = new ProcessBuilder(command).redirectErrorStream(true);
            process.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
            process.environment().putAll(Map.of("AWS_EC2_METADATA_DISABLED", "true", "AWS_CONFIG_FILE", "/nowhere"));
            process.environment().put("AWS_SHARED_CREDENTIALS_FILE", "/nowhere");
            process.environment().putAll(environment);
            var running = process.start();
            var output = new String(running.getInputStream().readAllBytes(), UTF_8);
            return new Run(running.waitFor(), output.lines().toList());
        }
    }
}
