package ykien.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ykien.article.Slug;
import ykien.challenge.KeyedHash;
import ykien.challenge.SealKeys;

/// Counting the site costs no write of its own: it takes the place of a source's.
class QuotasTest {
    private static final Slug ARTICLE = new Slug("mua-he");
    private static final Source READER = Source.of("192.0.2.1");
    private static final Source FLOODER = Source.of("198.51.100.7");
    private static final KeyedHash NAMES =
            KeyedHash.under(SealKeys.parse("{\"current\":\"1\",\"1\":\"" + "k".repeat(43) + "\"}"));

    private final MemoryCounters counters = new MemoryCounters();
    private Instant now = Instant.parse("2026-11-23T02:10:00Z");
    private final InstantSource clock = () -> now;
    private final Quotas quotas = process();

    @Nested
    class An_answer_right_or_wrong {
        @ParameterizedTest
        @ValueSource(ints = {1, 10, 100, 1_000, 9_000, 20_000})
        void is_one_write_each_however_fast_they_come(int milliseconds) {
            for (var i = 1; i <= 100; i++) {
                quotas.answer(Source.of("198.51." + i + ".7"), ARTICLE);
                now = now.plusMillis(milliseconds);

                assertThat(counters.writes()).isEqualTo(i);
            }
        }

        @Test
        void is_seen_of_the_whole_site_within_ten_seconds_where_all_are_wrong() {
            everySecond(FLOODER, 60);

            assertThat(site()).isBetween(50L, 60L);
        }

        @Test
        void makes_room_for_what_was_counted_of_a_source_that_sends_nothing_more() {
            quotas.answer(FLOODER, ARTICLE);
            now = now.plusSeconds(60);
            quotas.answer(READER, ARTICLE);

            assertThat(site()).isEqualTo(2);
        }
    }

    @Nested
    class What_hands_in_for_the_site {
        @Test
        void is_owed_to_its_source_and_counted_with_the_next() {
            everySecond(FLOODER, 12); // the 11th hands in

            assertThat(counted()).isEqualTo(12);
        }

        @Test
        void is_not_counted_for_another_source() {
            everySecond(READER, 10);
            quotas.answer(FLOODER, ARTICLE); // hands in
            quotas.answer(Source.of("198.51.100.8"), ARTICLE);
            assertThat(counted()).isEqualTo(11);
            quotas.answer(FLOODER, ARTICLE);

            assertThat(counted()).isEqualTo(13);
        }

        /// Or else one source could send more by sending slowly.
        @Test
        void lets_not_one_more_in_than_there_is_room_for() {
            var taken = IntStream.range(0, 2_400)
                    .filter(_ -> {
                        now = now.plusMillis(240); // within one window, and 57 times something is handed in
                        return quotas.answer(FLOODER, ARTICLE).retryAfter().isEmpty();
                    })
                    .count();

            assertThat(taken).isEqualTo(2_000);
        }

        @Test
        void is_refused_where_its_source_is_at_its_ceiling_and_tells_the_site_all_the_same() {
            var other = process();
            IntStream.range(0, 2_000).forEach(_ -> other.forgedAnswer(FLOODER));
            quotas.answer(READER, ARTICLE);
            now = now.plus(SiteWatch.FRESH);

            assertThat(quotas.answer(FLOODER, ARTICLE).retryAfter()).contains(Duration.ofSeconds(590));
            assertThat(site()).isEqualTo(2);
        }

        @Test
        void goes_on_where_nobody_but_a_source_at_its_ceiling_sends() {
            var other = process();
            IntStream.range(0, 1_999).forEach(_ -> other.forgedAnswer(FLOODER));
            quotas.answer(READER, ARTICLE);
            now = now.plus(SiteWatch.FRESH);
            assertThat(quotas.answer(FLOODER, ARTICLE).retryAfter()).isEmpty(); // the last one, owed
            everySecond(FLOODER, 30);

            assertThat(site()).isGreaterThan(20);
        }

        @Test
        void is_past_the_budget_where_its_source_is() {
            IntStream.range(0, 200).forEach(_ -> quotas.answer(FLOODER, ARTICLE));
            now = now.plus(SiteWatch.FRESH);

            assertThat(quotas.answer(FLOODER, ARTICLE)).isEqualTo(Verdict.PAST);
        }

        /// As many processes as comments may come at one moment, each of which owes one count at most.
        @Test
        void costs_a_flood_over_many_slow_processes_one_count_each_at_most() {
            var processes = new ArrayList<Quotas>();
            IntStream.range(0, 50).forEach(_ -> processes.add(process()));
            for (var round = 0; round < 20; round++) {
                processes.forEach(process -> process.answer(FLOODER, ARTICLE));
                now = now.plusSeconds(20);
            }

            assertThat(counted()).isBetween(1_000L - 50, 1_000L);
        }

        @Test
        void waits_for_better_times_with_the_table() {
            quotas.answer(READER, ARTICLE);
            now = now.plus(SiteWatch.FRESH);
            counters.fail(true);
            assertThat(quotas.answer(READER, ARTICLE)).isEqualTo(Verdict.UNKNOWN);
            counters.fail(false);
            now = now.plus(SiteWatch.FRESH);

            assertThat(quotas.answer(READER, ARTICLE)).isEqualTo(Verdict.WITHIN);
            assertThat(site()).isEqualTo(3);
        }
    }

    private Quotas process() {
        return new Quotas(counters, NAMES, new SiteWatch(counters, NAMES, Demand.STROKES, clock), clock);
    }

    private void everySecond(Source source, int answers) {
        for (var i = 0; i < answers; i++) {
            quotas.answer(source, ARTICLE);
            now = now.plusSeconds(1);
        }
    }

    /// What all processes know of the site.
    private long site() {
        return total("site:");
    }

    /// What was counted of all sources.
    private long counted() {
        return total("answers:");
    }

    private long total(String items) {
        return counters.items().entrySet().stream()
                .filter(item -> item.getKey().startsWith(items))
                .mapToLong(item -> item.getValue().number(Tallies.TOTAL))
                .sum();
    }
}
