package ykien.decisionlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import ykien.decisionlog.Verification.Break;
import ykien.decisionlog.Verification.Broken;
import ykien.decisionlog.Verification.Continues;
import ykien.decisionlog.Verification.Contradicted;
import ykien.decisionlog.Verification.Intact;
import ykien.decisionlog.Verification.Silence;
import ykien.decisionlog.Verification.Truncated;
import ykien.decisionlog.Verification.Unwitnessed;

class VerificationTest {
    private static final Witness DEAF = new Witness() {
        @Override
        public void tell(long number, String hash) {}

        @Override
        public Testimony between(Instant from, Instant to) {
            return new Testimony.Unavailable("deaf");
        }
    };

    private final Chain chain = new Chain();

    private Verification verify() {
        return chain.log.verify(Progress.START, chain.witness);
    }

    @Nested
    class A_log_that_nobody_touched {
        @Test
        void is_intact() {
            chain.write(12);

            assertThat(verify()).isEqualTo(new Intact(12, chain.entry(12).hash(), 12));
        }

        @Test
        void is_intact_though_the_witness_was_not_told_of_its_last_entry() {
            chain.write(3);
            chain.writeUntold(Chain.LAN, What.SPAM, "mua-he");

            assertThat(verify()).isEqualTo(new Intact(4, chain.entry(4).hash(), 3));
        }

        @Test
        void is_intact_however_long_ago_its_last_entry_was_written() {
            chain.write(3);
            chain.wait(Duration.ofDays(20));

            assertThat(verify()).isInstanceOf(Intact.class);
        }

        @Test
        void has_no_entry_yet() {
            assertThat(verify()).isEqualTo(new Unwitnessed(0, "0".repeat(64), Silence.KNOWS_NOTHING));
        }

        @Test
        void is_looked_at_in_parts_where_it_is_long() {
            chain.writeMany(2 * DecisionLog.VERIFIED + 300);

            assertThat(verify()).isEqualTo(new Continues(new Progress(2_000, true)));
            assertThat(chain.log.verify(new Progress(2_000, true), chain.witness))
                    .isEqualTo(new Continues(new Progress(4_000, true)));
            assertThat(chain.log.verify(new Progress(4_000, true), chain.witness))
                    .isEqualTo(new Intact(4_300, chain.entry(4_300).hash(), 4_300));
        }

        @Test
        void is_looked_at_from_the_start_where_somebody_makes_up_how_far_it_came() {
            chain.write(3);

            assertThat(chain.log.verify(new Progress(77, true), chain.witness)).isInstanceOf(Intact.class);
        }
    }

    @Nested
    class An_entry_that_was_removed {
        @ParameterizedTest
        @ValueSource(longs = {1, 2, 5})
        void is_missing(long number) {
            chain.write(6);
            chain.remove(number);

            assertThat(verify()).isEqualTo(new Broken(number, Break.MISSING));
        }

        @Test
        void is_missing_though_it_was_looked_at_before() {
            chain.write(6);
            chain.remove(2);

            assertThat(chain.log.verify(new Progress(2, true), chain.witness)).isEqualTo(new Broken(2, Break.MISSING));
        }
    }

    @Nested
    class An_entry_that_was_changed {
        @ParameterizedTest
        @ValueSource(strings = {"at", "subject", "name", "what", "article", "comment", "previous", "hash", "new"})
        void is_found_whatever_was_changed(String attribute) {
            chain.write(6);
            chain.change(4, attribute, AttributeValue.fromS("2026-11-23T02:00:00.000Z"));

            assertThat(verify()).isEqualTo(new Broken(4, Break.CHANGED));
        }

        @ParameterizedTest
        @ValueSource(strings = {"before", "after"})
        void is_found_whatever_it_says_was_decided(String attribute) {
            chain.write(6);
            chain.change(6, attribute, AttributeValue.fromM(Map.of("state", AttributeValue.fromS("refused"))));

            assertThat(verify()).isEqualTo(new Broken(6, Break.CHANGED));
        }

        @Test
        void and_hashed_again_is_found_by_the_one_after_it() {
            chain.write(6);
            chain.forge(4, VerificationTest::byMinh);

            assertThat(verify()).isEqualTo(new Broken(5, Break.UNLINKED));
        }

        @Test
        void and_hashed_again_is_found_by_the_witness_where_it_is_the_last() {
            chain.write(6);
            var hash = chain.entry(6).hash();
            chain.forge(6, VerificationTest::otherwise);

            assertThat(verify()).isEqualTo(new Contradicted(6, chain.entry(6).hash(), hash));
        }

        @ParameterizedTest
        @ValueSource(strings = {"3.5", "0", "-4"})
        void or_put_between_others_is_found(String number) {
            chain.write(6);
            chain.put(number);

            assertThat(verify()).isInstanceOf(Broken.class).extracting("how").isEqualTo(Break.CHANGED);
        }
    }

    @Nested
    class A_log_that_was_cut {
        @ParameterizedTest
        @ValueSource(ints = {1, 3, 6})
        void is_shown_by_the_witness(int removed) {
            chain.write(6);
            for (var number = 6; number > 6 - removed; number--) {
                chain.remove(number);
            }

            assertThat(verify())
                    .isInstanceOf(Truncated.class)
                    .extracting("entries")
                    .isEqualTo(6L - removed);
        }

        @Test
        void and_went_on_is_shown_by_the_witness() {
            chain.write(6);
            var hash = chain.entry(6).hash();
            chain.remove(6);
            chain.write(Chain.MINH, What.REFUSE, "mua-he");
            chain.write(4);

            assertThat(verify()).isEqualTo(new Contradicted(6, chain.entry(6).hash(), hash));
        }

        @Test
        void at_the_end_of_a_part_is_shown_by_the_witness() {
            chain.writeMany(DecisionLog.VERIFIED);
            chain.writeMany(100);
            for (var number = DecisionLog.VERIFIED + 100; number > DecisionLog.VERIFIED; number--) {
                chain.remove(number);
            }

            assertThat(verify()).isEqualTo(new Continues(new Progress(2_000, true)));
            assertThat(chain.log.verify(new Progress(2_000, true), chain.witness))
                    .isEqualTo(new Truncated(2_000, 2_100));
        }
    }

    /// Whoever can do this has the table; the log of the function he hasn't.
    @Nested
    class A_log_that_was_written_anew {
        @Test
        void hangs_together() {
            chain.write(6);
            chain.rewrite(2, VerificationTest::byMinh);

            assertThat(chain.log.verify(Progress.START, Witness.inMemory(chain)))
                    .isEqualTo(new Unwitnessed(6, chain.entry(6).hash(), Silence.KNOWS_NOTHING));
        }

        @Test
        void is_shown_by_the_witness_alone() {
            chain.write(6);
            var hash = chain.entry(2).hash();
            chain.rewrite(2, VerificationTest::otherwise);

            assertThat(verify()).isEqualTo(new Contradicted(2, chain.entry(2).hash(), hash));
        }

        @Test
        void is_shown_though_it_went_on_and_the_witness_was_told_of_that() {
            chain.write(6);
            chain.rewrite(2, VerificationTest::otherwise);
            chain.write(30);

            assertThat(verify())
                    .isInstanceOf(Contradicted.class)
                    .extracting("number")
                    .isEqualTo(2L);
        }

        /// Then no stretch of an entry's own time has the witness's words about it.
        @ParameterizedTest
        @ValueSource(strings = {"1999-01-01T00:00:00Z", "2026-11-23T02:00:03Z", "2099-01-01T00:00:00Z"})
        void is_shown_whatever_times_the_entries_were_given(Instant time) {
            chain.write(6);
            chain.rewrite(1, entry -> Chain.with(entry, time, entry.previous()));
            for (var number = 2; number <= 6; number++) {
                chain.rewrite(number, entry -> Chain.with(entry, time, entry.previous()));
            }

            assertThat(verify()).isInstanceOf(Contradicted.class);
        }
    }

    @Nested
    class A_witness_that_can_not_be_asked {
        @Test
        void leaves_open_whether_the_log_was_cut_or_written_anew() {
            chain.write(6);

            assertThat(chain.log.verify(Progress.START, DEAF))
                    .isEqualTo(new Unwitnessed(6, chain.entry(6).hash(), Silence.UNAVAILABLE));
        }

        @Test
        void hides_no_break() {
            chain.write(6);
            chain.remove(3);

            assertThat(chain.log.verify(Progress.START, DEAF)).isEqualTo(new Broken(3, Break.MISSING));
        }

        @Test
        void for_one_part_of_a_long_log_leaves_it_open_for_the_whole() {
            chain.writeMany(DecisionLog.VERIFIED + 100);

            assertThat(chain.log.verify(Progress.START, DEAF)).isEqualTo(new Continues(new Progress(2_000, false)));
            assertThat(chain.log.verify(new Progress(2_000, false), chain.witness))
                    .isEqualTo(new Unwitnessed(2_100, chain.entry(2_100).hash(), Silence.UNAVAILABLE));
        }
    }

    private static Entry byMinh(Entry entry) {
        return with(entry, new Actor("s-other", "Ai đó"), entry.after());
    }

    private static Entry otherwise(Entry entry) {
        var after = new HashMap<>(entry.after());
        after.put("state", "refused");
        return with(entry, entry.by(), after);
    }

    private static Entry with(Entry entry, Actor by, Map<String, String> after) {
        return new Entry(
                entry.number(),
                entry.at(),
                by,
                entry.what(),
                Optional.empty(),
                entry.article(),
                entry.before(),
                new TreeMap<>(after),
                entry.previous(),
                entry.hash());
    }
}
