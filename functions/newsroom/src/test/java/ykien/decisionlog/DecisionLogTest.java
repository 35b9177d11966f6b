package ykien.decisionlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import ykien.article.Slug;

class DecisionLogTest {
    private final Chain chain = new Chain();

    @Nested
    class An_entry {
        @Test
        void is_what_was_done_with_a_number_and_the_hash_before_it() {
            chain.write(Chain.LAN, What.REFUSE, "mua-he");
            chain.write(Chain.MINH, What.APPROVE, "mua-he");

            var newest = chain.log.page(LogFilter.ALL, OptionalLong.empty()).entries();
            assertThat(newest).extracting(Entry::number).containsExactly(2L, 1L);
            assertThat(newest.getFirst())
                    .returns("approve", Entry::what)
                    .returns(Chain.MINH, Entry::by)
                    .returns(Chain.START.plusSeconds(2), Entry::at)
                    .returns(Optional.of("mua-he"), Entry::article)
                    .returns(newest.getLast().hash(), Entry::previous);
            assertThat(newest.getFirst().after()).containsEntry("state", "approved");
        }

        /// Else the log's page had no words for it; or it is a reader's, and has no place there.
        @Test
        void holds_nothing_that_has_no_name() {
            for (var before : List.of(true, false)) {
                var name = Map.of("name", "Lan");
                var what = before ? name : Map.<String, String>of();
                var after = before ? Map.<String, String>of() : name;

                assertThatIllegalArgumentException()
                        .isThrownBy(() -> new Act(
                                Chain.START, Chain.LAN, What.APPROVE, Optional.empty(), Optional.empty(), what, after))
                        .withMessageContaining("“name”");
            }
        }
    }

    @Nested
    class A_page {
        @Test
        void follows_on_the_one_before_until_the_log_ends() {
            chain.writeMany(120);
            var numbers = new ArrayList<Long>();
            var page = chain.log.page(LogFilter.ALL, OptionalLong.empty());
            page.entries().forEach(entry -> numbers.add(entry.number()));
            while (page.below().isPresent()) {
                page = chain.log.page(LogFilter.ALL, page.below());
                page.entries().forEach(entry -> numbers.add(entry.number()));
            }

            assertThat(numbers)
                    .containsExactlyElementsOf(LongStream.rangeClosed(1, 120)
                            .map(n -> 121 - n)
                            .boxed()
                            .toList());
        }

        @Test
        void looks_at_no_more_than_five_hundred_entries_and_says_so() {
            chain.write(Chain.MINH, What.REFUSE, "mua-he");
            chain.writeMany(700);
            var byMinh = filter("minh", null, null);

            var page = chain.log.page(byMinh, OptionalLong.empty());
            assertThat(page).isEqualTo(new LogPage(List.of(), 500, OptionalLong.of(202)));
            var next = chain.log.page(byMinh, page.below());
            assertThat(next.entries()).extracting(Entry::number).containsExactly(1L);
            assertThat(next.examined()).isEqualTo(201);
            assertThat(next.below()).isEmpty();
        }

        @Test
        void is_of_one_person_one_kind_or_one_article() {
            chain.write(Chain.LAN, What.REFUSE, "mua-he");
            chain.write(Chain.MINH, What.APPROVE, "mua-he");
            chain.write(Chain.MINH, What.REFUSE, "mua-dong");

            assertThat(numbers(filter("TRẦN", null, null))).containsExactly(3L, 2L);
            assertThat(numbers(filter("s-lan", null, null))).containsExactly(1L);
            assertThat(numbers(filter(null, What.REFUSE, null))).containsExactly(3L, 1L);
            assertThat(numbers(filter(null, null, "mua-he"))).containsExactly(2L, 1L);
            assertThat(numbers(filter("minh", What.REFUSE, "mua-he"))).isEmpty();
        }

        private List<Long> numbers(LogFilter filter) {
            return chain.log.page(filter, OptionalLong.empty()).entries().stream()
                    .map(Entry::number)
                    .toList();
        }

        private static LogFilter filter(@Nullable String who, @Nullable What what, @Nullable String article) {
            return new LogFilter(
                    Optional.ofNullable(who),
                    Optional.ofNullable(what),
                    Optional.ofNullable(article).map(Slug::new),
                    Optional.empty());
        }
    }

    @Nested
    class An_export {
        @Test
        void has_every_entry_once_oldest_first_with_its_hash() {
            chain.writeMany(2_500);
            var lines = new ArrayList<String>();
            var part = chain.log.export(0);
            part.ndjson().lines().forEach(lines::add);
            while (part.after().isPresent()) {
                part = chain.log.export(part.after().getAsLong());
                part.ndjson().lines().forEach(lines::add);
            }

            assertThat(lines).hasSize(2_500);
            for (var number : new int[] {1, 1_000, 1_001, 2_500}) {
                assertThat(lines.get(number - 1))
                        .contains("\"number\":" + number + ",")
                        .contains("\"hash\":\"" + chain.entry(number).hash() + "\"");
            }
        }

        @Test
        void of_an_empty_log_is_empty() {
            assertThat(chain.log.export(0)).isEqualTo(new Export("", OptionalLong.empty()));
        }
    }
}
