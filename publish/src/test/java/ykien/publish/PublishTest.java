package ykien.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The command as the operator's shell runs it: a process of its own, with its environment, its output, its exit
/// code.
class PublishTest {
    private static final Path SAMPLES = Path.of(System.getProperty("ykien.root", ".."), "local/samples");

    private record Run(int exitCode, List<String> lines) {}

    private static Run run(Map<String, String> environment, String... properties) throws Exception {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "-Dstdout.encoding=UTF-8"));
        command.addAll(List.of(properties));
        command.add("ykien.publish.Publish");
        var process = new ProcessBuilder(command).redirectErrorStream(true);
        process.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        process.environment().putAll(Map.of("AWS_EC2_METADATA_DISABLED", "true", "AWS_CONFIG_FILE", "/nowhere"));
        process.environment().put("AWS_SHARED_CREDENTIALS_FILE", "/nowhere");
        process.environment().putAll(environment);
        var running = process.start();
        var output = new String(running.getInputStream().readAllBytes(), UTF_8);
        return new Run(running.waitFor(), output.lines().toList());
    }

    private static String articles(Path folder) {
        return "-Dykien.articles=" + folder;
    }

    private static final String STACK = "-Dykien.stack=" + LocalStack.STACK;

    @Nested
    class Without_what_it_needs {
        private void fails(Run run, String line) {
            assertThat(run.lines()).singleElement().asString().contains(line);
            assertThat(run.exitCode()).isEqualTo(1);
        }

        @Test
        void it_names_the_option_that_is_missing() throws Exception {
            fails(run(Map.of(), "-Dykien.articles=", STACK), "ykien.articles is not given; run mvn -Ppublish");
            fails(run(Map.of(), articles(SAMPLES)), "ykien.stack is not given; run mvn -Ppublish");
        }

        @Test
        void it_asks_for_a_region() throws Exception {
            fails(run(Map.of(), articles(SAMPLES), STACK), "No AWS region found; set AWS_REGION");
        }

        @Test
        void it_asks_for_credentials() throws Exception {
            fails(
                    run(Map.of("AWS_REGION", "x"), articles(SAMPLES), STACK),
                    "No AWS credentials found; run aws sso login");
        }

        @Test
        void it_says_that_aws_was_not_reached() throws Exception {
            var nobody = Map.of(
                    "AWS_REGION", "ap-southeast-1",
                    "AWS_ACCESS_KEY_ID", "a",
                    "AWS_SECRET_ACCESS_KEY", "b",
                    "AWS_ENDPOINT_URL", "http://localhost:1");
            fails(run(nobody, articles(SAMPLES), STACK), "AWS refused or was not reached");
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class On_a_stack {
        private @Nullable LocalStack localStack;
        private Map<String, String> names = Map.of();
        private Map<String, String> environment = Map.of();

        @BeforeAll
        void deploy() throws Exception {
            var started = LocalStack.start();
            localStack = started;
            environment = started.environment();
            names = new HashMap<>(started.deploy());
        }

        @AfterAll
        void stop() {
            if (localStack != null) {
                localStack.close();
            }
        }

        private LocalStack cloud() {
            if (localStack == null) {
                throw new IllegalStateException("not started");
            }
            return localStack;
        }

        private List<Map<String, String>> photos() {
            try (var s3 = cloud().s3()) {
                var bucket = names.get("PhotosBucket");
                return s3.listObjectsV2(list -> list.bucket(bucket)).contents().stream()
                        .map(o -> s3.headObject(head -> head.bucket(bucket).key(o.key())))
                        .map(head -> Map.of("type", head.contentType(), "cache", head.cacheControl()))
                        .toList();
            }
        }

        private int articlesThere() {
            try (var dynamoDb = cloud().dynamoDb()) {
                return dynamoDb.scan(scan -> scan.tableName(names.get("ArticlesTable")))
                        .count();
            }
        }

        @Test
        void it_publishes_a_folder_and_may_do_so_again() throws Exception {
            var first = run(environment, articles(SAMPLES), STACK);
            var there = photos();

            assertThat(first.lines().getFirst()).startsWith("Publishing ").contains("dates in Asia/Ho_Chi_Minh");
            assertThat(first.lines())
                    .anySatisfy(line -> assertThat(line)
                            .matches("duong-hoa-xom-dinh.md: published at /articles/duong-hoa-xom-dinh,"
                                    + " photo duong-hoa\\.[0-9a-f]{16}\\.jpg put\\."))
                    .endsWith("5 of 5 articles published.");
            assertThat(first.exitCode()).isZero();
            assertThat(articlesThere()).isEqualTo(5);
            assertThat(there)
                    .hasSize(4)
                    .containsOnly(Map.of("type", "image/jpeg", "cache", "public, max-age=31536000, immutable"));

            var second = run(environment, articles(SAMPLES), STACK);

            assertThat(second.lines())
                    .filteredOn(line -> line.endsWith("already there."))
                    .hasSize(4);
            assertThat(second.exitCode()).isZero();
            assertThat(articlesThere()).isEqualTo(5);
            assertThat(photos()).isEqualTo(there);
        }

        @Test
        void it_publishes_the_articles_beside_a_broken_one_and_exits_with_1(@TempDir Path folder) throws Exception {
            var samples = SAMPLES.resolve("hom-thu-ban-doc.md");
            Files.copy(samples, folder.resolve("hom-thu-ban-doc.md"));
            Files.writeString(folder.resolve("hong.md"), "không có gì");

            var run = run(environment, articles(folder), STACK);

            assertThat(run.lines())
                    .contains(
                            "hom-thu-ban-doc.md: published at /articles/hom-thu-ban-doc.",
                            "hong.md: line 1: there is no front matter; begin the file with a line --- and the"
                                    + " article's title.",
                            "1 of 2 articles published.");
            assertThat(run.exitCode()).isEqualTo(1);
        }

        @Test
        void it_says_that_there_is_no_such_stack() throws Exception {
            var run = run(environment, articles(SAMPLES), "-Dykien.stack=khong-co");

            assertThat(run.lines()).singleElement().asString().startsWith("There is no stack khong-co in this account");
            assertThat(run.exitCode()).isEqualTo(1);
        }

        @Test
        void it_says_that_there_is_no_such_folder_or_nothing_in_it(@TempDir Path folder) throws Exception {
            var missing = run(environment, articles(folder.resolve("x")), STACK);
            var empty = run(environment, articles(folder), STACK);

            assertThat(missing.lines()).singleElement().asString().contains("/x is not there; check the name.");
            assertThat(empty.lines()).last().asString().startsWith("There is no article in the folder");
            assertThat(List.of(missing.exitCode(), empty.exitCode())).containsOnly(1);
        }
    }
}
