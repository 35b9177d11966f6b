package ykien.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import ykien.article.Slug;
import ykien.challenge.KeyedHash;
import ykien.challenge.SealKeys;

class SiteWatchTest {
    private static final Slug ARTICLE = new Slug("mua-he");
    private static final Slug OTHER = new Slug("mua-dong");
    private static final Source READER = Source.of("192.0.2.1");
    private static final Source FLOODER = Source.of("198.51.100.7");
    private static final KeyedHash NAMES =
            KeyedHash.under(SealKeys.parse("{\"current\":\"1\",\"1\":\"" + "k".repeat(43) + "\"}"));

    private final MemoryCounters counters = new MemoryCounters();
    private Instant now = Instant.parse("2026-11-23T02:10:00Z");
    private final InstantSource clock = () -> now;

    /// Of one process that takes comments, and of another one that draws pictures.
    private final SiteWatch comments = watch(Demand.STROKES);

    private final SiteWatch captcha = watch(Demand.STROKES);

    @Nested
    class The_demand {
        @Test
        void is_the_least_in_quiet_times() {
            answers(900, 1);
            assertThat(captcha.demand(ARTICLE, READER)).isEqualTo(Demand.STROKES);
        }

        @Test
        void is_what_the_operators_ask_for_at_least() {
            assertThat(watch(Demand.FULL).demand(ARTICLE, READER)).isEqualTo(Demand.FULL);
        }

        @Test
        void rises_with_the_answers_of_the_whole_site_in_ten_minutes() {
            answers(1_000, 100);
            assertThat(demandSoon(OTHER)).isEqualTo(Demand.STROKES);
            answers(1, 1);
            assertThat(demandSoon(OTHER)).isEqualTo(Demand.FULL);
            answers(3_000, 100);
            assertThat(demandSoon(OTHER)).isEqualTo(Demand.FULL_AND_WORK);
        }

        @Test
        void rises_for_one_article_alone() {
            for (var i = 0; i < 301; i++) {
                comments.note(ARTICLE);
            }
            handIn();

            assertThat(captcha.demand(ARTICLE, READER)).isEqualTo(Demand.FULL);
            assertThat(captcha.demand(OTHER, READER)).isEqualTo(Demand.STROKES);
        }

        @Test
        void does_not_drop_at_the_edge_of_a_window_and_drops_one_window_later() {
            answers(1_100, 100);
            assertThat(demandSoon(OTHER)).isEqualTo(Demand.FULL);
            now = Instant.parse("2026-11-23T02:29:59Z");
            assertThat(captcha.demand(OTHER, READER)).isEqualTo(Demand.FULL);
            now = Instant.parse("2026-11-23T02:30:09Z");
            assertThat(captcha.demand(OTHER, READER)).isEqualTo(Demand.STROKES);
        }

        @Test
        void is_full_and_work_for_a_source_past_its_budget_and_no_more_for_others() {
            comments.mark(FLOODER, false);
            handIn();

            assertThat(captcha.demand(ARTICLE, FLOODER)).isEqualTo(Demand.FULL_AND_WORK);
            assertThat(captcha.demand(ARTICLE, READER)).isEqualTo(Demand.STROKES);
            assertThat(captcha.demand(ARTICLE, Source.of("198.51.100.8"))).isEqualTo(Demand.STROKES);
        }

        @Test
        void is_full_and_work_for_the_whole_of_a_network_past_its_budget() {
            comments.mark(FLOODER, true);
            handIn();

            assertThat(captcha.demand(ARTICLE, Source.of("198.51.100.8"))).isEqualTo(Demand.FULL_AND_WORK);
            assertThat(captcha.demand(ARTICLE, READER)).isEqualTo(Demand.STROKES);
        }

        @Test
        void is_full_where_nothing_tells_how_bad_things_are_and_falls_back_when_it_does() {
            counters.fail(true);
            assertThat(captcha.demand(ARTICLE, READER)).isEqualTo(Demand.FULL);
            counters.fail(false);
            assertThat(captcha.demand(ARTICLE, READER)).isEqualTo(Demand.FULL);
            now = now.plus(SiteWatch.FRESH);
            assertThat(captcha.demand(ARTICLE, READER)).isEqualTo(Demand.STROKES);
        }
    }

    @Nested
    class The_copy {
        @Test
        void is_read_once_in_ten_seconds_however_many_pictures_are_drawn() {
            for (var i = 0; i < 1_000; i++) {
                captcha.demand(ARTICLE, READER);
                now = now.plusMillis(30);
            }
            assertThat(counters.reads()).isEqualTo(3);
        }

        @Test
        void is_never_older_than_ten_seconds() {
            captcha.demand(ARTICLE, READER);
            answers(2_000, 100);
            now = now.plusSeconds(9).plusMillis(999);
            assertThat(captcha.demand(OTHER, READER)).isEqualTo(Demand.FULL);
        }

        @Test
        void is_waited_for_by_nobody_while_it_is_being_set_up() {
            var coming = new CompletableFuture<Watch>();
            var watch = Watch.comingAs(coming, Demand.STROKES);

            assertThat(watch.demand(ARTICLE, READER)).isEqualTo(Demand.STROKES);
            coming.complete((_, _) -> Demand.FULL_AND_WORK);
            assertThat(watch.demand(ARTICLE, READER)).isEqualTo(Demand.FULL_AND_WORK);
        }

        @Test
        void that_will_never_come_is_the_harder_picture() {
            var watch = Watch.comingAs(
                    CompletableFuture.failedFuture(new IllegalStateException("no region")), Demand.STROKES);

            assertThat(watch.demand(ARTICLE, READER)).isEqualTo(Demand.FULL);
        }
    }

    @Nested
    class What_was_counted {
        @Test
        void is_handed_in_once_in_ten_seconds_and_all_of_it() {
            for (var i = 0; i < 1_000; i++) {
                comments.note(ARTICLE);
                handInWhatIsDue();
                now = now.plusMillis(30);
            }
            handIn();

            assertThat(counters.writes()).isEqualTo(3);
            assertThat(handedIn()).isEqualTo(1_000);
        }

        @Test
        void is_kept_while_it_can_not_be_handed_in() {
            counters.fail(true);
            for (var i = 0; i < 100; i++) {
                comments.note(ARTICLE);
                handInWhatIsDue();
                now = now.plusSeconds(1);
            }
            counters.fail(false);
            handIn();

            assertThat(handedIn()).isEqualTo(100);
        }

        @Test
        void is_spread_over_the_shards() {
            for (var i = 0; i < 100; i++) {
                answers(1, 1);
            }
            assertThat(counters.items()).hasSizeGreaterThanOrEqualTo(SiteWatch.SHARDS);
        }

        @Test
        void names_no_article_and_no_source() {
            comments.mark(FLOODER, false);
            answers(20, 20);

            assertThat(counters.items().toString()).doesNotContain("mua", "bai", "198", "c63364");
        }

        @Test
        void stays_small_however_many_sources_are_past_their_budgets() {
            for (var i = 0; i < 1_000; i++) {
                comments.mark(Source.of("10.0." + i / 250 + "." + i % 250), false);
            }
            handIn();

            assertThat(counters.items().values())
                    .allSatisfy(item -> assertThat(item.marks()).hasSize(200));
            assertThat(captcha.demand(ARTICLE, READER)).isEqualTo(Demand.FULL_AND_WORK);
        }
    }

    private SiteWatch watch(Demand least) {
        return new SiteWatch(counters, NAMES, least, clock);
    }

    /// So many answers, spread over so many articles.
    private void answers(int answers, int articles) {
        for (var i = 0; i < answers; i++) {
            comments.note(new Slug("bai-" + i % articles));
        }
        handIn();
    }

    /// Ten seconds on, whatever was counted is due.
    private void handIn() {
        now = now.plus(SiteWatch.FRESH);
        handInWhatIsDue();
    }

    /// As a count does it, whose write this takes the place of.
    private void handInWhatIsDue() {
        if (comments.isDue()) {
            comments.handIn();
        }
    }

    private Demand demandSoon(Slug article) {
        now = now.plus(SiteWatch.FRESH);
        return captcha.demand(article, READER);
    }

    private long handedIn() {
        return counters.items().values().stream()
                .mapToLong(item -> item.number("n"))
                .sum();
    }
}
