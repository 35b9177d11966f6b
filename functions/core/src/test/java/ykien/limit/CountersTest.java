package ykien.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import ykien.cloud.LocalDynamoDb;
import ykien.cloud.Template;

/// What the table does, and the double in memory like it.
class CountersTest {
    private static final Instant EXPIRY = Instant.parse("2026-11-23T03:20:00Z");
    private static final Ceilings CEILINGS = new Ceilings(3, 5);

    abstract static class Contract {
        abstract Counters counters();

        @Test
        void counts_an_item_and_all_of_its_cells() {
            assertThat(count("a1", "b1")).contains(new Tally(1, 1));
            assertThat(count("a1", "b1")).contains(new Tally(2, 2));
        }

        @Test
        void tells_the_least_of_the_cells() {
            count("a1", "b1");
            count("a1", "b2");

            assertThat(count("a1", "b3")).contains(new Tally(1, 3));
        }

        @Test
        void adds_nothing_once_every_cell_is_at_its_ceiling() {
            IntStream.range(0, 3).forEach(_ -> count("a1", "b1"));

            assertThat(count("a1", "b1")).isEmpty();
            assertThat(numbers("item")).isEqualTo(Map.of("n", 3L, "a1", 3L, "b1", 3L));
        }

        @Test
        void goes_on_while_one_cell_has_room() {
            IntStream.range(0, 3).forEach(_ -> count("a1", "b1"));

            assertThat(count("a1", "b2")).contains(new Tally(1, 4));
        }

        @Test
        void adds_nothing_once_the_total_is_at_its_ceiling() {
            IntStream.range(0, 5).forEach(i -> count("a" + i, "b" + i));

            assertThat(count("a9", "b9")).isEmpty();
            assertThat(numbers("item")).containsEntry("n", 5L).doesNotContainKeys("a9", "b9");
        }

        @Test
        void counts_several_at_once_where_there_is_room_for_all_of_them() {
            assertThat(counters().count(item("a1", "b1"), 2)).contains(new Tally(2, 2));
            assertThat(counters().count(item("a1", "b1"), 2)).isEmpty();
            assertThat(counters().count(item("a1", "b1"), 1)).contains(new Tally(3, 3));
            assertThat(counters().count(item("a2", "b2"), 3)).isEmpty();
            assertThat(numbers("item")).isEqualTo(Map.of("n", 3L, "a1", 3L, "b1", 3L));
        }

        @Test
        void holds_what_tells_beforehand_what_counting_comes_to() {
            for (var i = 0; i < 8; i++) {
                var next = item("a" + i % 2, "b" + i % 3);
                var before = counters().read(List.of("item")).getOrDefault("item", Tallies.NONE);

                assertThat(before.with(next, 1 + i % 2)).isEqualTo(counters().count(next, 1 + i % 2));
            }
        }

        @Test
        void keeps_items_apart() {
            count("a1", "b1");

            assertThat(counters().count(new Count("other", List.of("a1", "b1"), CEILINGS, EXPIRY), 1))
                    .contains(new Tally(1, 1));
        }

        @Test
        void adds_numbers_and_marks() {
            counters().add("item", new Tallies(Map.of("n", 3L, "p7", 2L), Set.of("x")), EXPIRY);
            counters().add("item", new Tallies(Map.of("n", 4L, "p8", 1L), Set.of("x", "y")), EXPIRY);
            counters().add("item", new Tallies(Map.of(), Set.of("z")), EXPIRY);
            counters().add("item", new Tallies(Map.of("n", 1L), Set.of()), EXPIRY);

            assertThat(counters().read(List.of("item", "nothing")))
                    .isEqualTo(Map.of("item", new Tallies(Map.of("n", 8L, "p7", 2L, "p8", 1L), Set.of("x", "y", "z"))));
        }

        private static Count item(String... cells) {
            return new Count("item", List.of(cells), CEILINGS, EXPIRY);
        }

        Optional<Tally> count(String... cells) {
            return counters().count(item(cells), 1);
        }

        Map<String, Long> numbers(String item) {
            return counters()
                    .read(List.of(item))
                    .getOrDefault(item, Tallies.NONE)
                    .numbers();
        }
    }

    @Nested
    class In_memory extends Contract {
        private final Counters counters = new MemoryCounters();

        @Override
        Counters counters() {
            return counters;
        }
    }

    @Nested
    class In_a_table extends Contract {
        private static LocalDynamoDb dynamoDb;

        @BeforeAll
        static void start() {
            dynamoDb = LocalDynamoDb.start(
                    Template.read(Path.of(System.getProperty("ykien.root", "../.."), "template.yaml")));
        }

        @BeforeEach
        void clear() {
            dynamoDb.clear();
        }

        @AfterAll
        static void stop() {
            dynamoDb.close();
        }

        @Override
        Counters counters() {
            return Counters.in(dynamoDb.client(), "LimitsTable", Duration.ofSeconds(20));
        }

        @Test
        void loses_none_of_fifty_at_once() throws Exception {
            var far = new Ceilings(40, 1000);
            try (var threads = Executors.newFixedThreadPool(50)) {
                var calls = IntStream.range(0, 50)
                        .<Callable<Optional<Tally>>>mapToObj(_ ->
                                () -> counters().count(new Count("item", List.of("a1", "b1"), far, EXPIRY), 1))
                        .toList();
                var counted = 0;
                for (var call : threads.invokeAll(calls)) {
                    counted += call.get().isPresent() ? 1 : 0;
                }
                assertThat(counted).isEqualTo(40);
            }
            assertThat(numbers("item")).isEqualTo(Map.of("n", 40L, "a1", 40L, "b1", 40L));
        }

        @Test
        void gives_each_item_a_time_to_be_let_go_at() {
            count("a1", "b1");
            counters().add("other", new Tallies(Map.of("n", 1L), Set.of()), EXPIRY);

            assertThat(dynamoDb.client().scan(r -> r.tableName("LimitsTable")).items())
                    .hasSize(2)
                    .allSatisfy(item -> assertThat(item)
                            .containsEntry("expiresAt", AttributeValue.fromN(Long.toString(EXPIRY.getEpochSecond()))));
        }
    }
}
