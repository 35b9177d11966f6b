package ykien.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ykien.article.Slug;
import ykien.challenge.KeyedHash;
import ykien.challenge.SealKeys;

/// 10,000 readers behind 50 addresses, each with a comment to send within one hour, and one flooder behind one of those
/// addresses who sends as fast as the API lets anybody send. The same each time: the random numbers have a fixed seed.
/// docs/decisions/0011-limits-cost-the-abuser.md has the table that this prints.
class FloodTest {
    private static final int READERS = 10_000;
    private static final int ADDRESSES = 50;
    private static final Duration HOUR = Duration.ofHours(1);

    /// Answers a second: `CommentsPerSecond` of template.yaml.
    private static final int FLOOD = 10;

    /// One answer in so many is wrong, and tried again.
    private static final int MISTAKES = 5;

    private static final Slug ARTICLE = new Slug("tin-nong");
    private static final KeyedHash NAMES =
            KeyedHash.under(SealKeys.parse("{\"current\":\"1\",\"1\":\"" + "k".repeat(43) + "\"}"));

    /// How the 50 addresses lie.
    enum Addresses {
        ONE_NETWORK,
        A_NETWORK_EACH,
        ONE_IPV6_NETWORK;

        String at(int i) {
            return switch (this) {
                case ONE_NETWORK -> "203.0.113." + (i + 1);
                case A_NETWORK_EACH -> "100.64." + i + ".1";
                case ONE_IPV6_NETWORK -> "2001:db8:1:%x::1".formatted(i * 257);
            };
        }
    }

    private record Answer(Instant at, int address, boolean flooder) {}

    private Instant now = Instant.EPOCH;

    @ParameterizedTest
    @EnumSource
    void No_reader_behind_another_address_is_refused(Addresses addresses) {
        var counters = new MemoryCounters();
        var watch = new SiteWatch(counters, NAMES, Demand.STROKES, () -> now);
        var quotas = new Quotas(counters, NAMES, watch, () -> now);
        var sources = IntStream.range(0, ADDRESSES)
                .mapToObj(addresses::at)
                .map(Source::of)
                .toList();
        var readers = new Refusals();
        var neighbours = new Refusals();
        var flooder = new Refusals();
        for (var answer : answers(new Random(20_261_123))) {
            now = answer.at();
            var who = answer.flooder() ? flooder : answer.address() == 0 ? neighbours : readers;
            who.note(quotas.answer(sources.get(answer.address()), ARTICLE));
        }

        System.out.printf(
                "%-16s elsewhere: %s | behind the flooder's address: %s | the flooder: %s%n",
                addresses, readers, neighbours, flooder);
        assertThat(readers.refused).isZero();
        assertThat(readers.harder > 0).isEqualTo(addresses != Addresses.A_NETWORK_EACH);
        assertThat(neighbours.refusedShare()).isBetween(0.60, 0.70);
        assertThat(flooder.taken()).isLessThanOrEqualTo(6 * 2_000);
    }

    private static List<Answer> answers(Random random) {
        var start = Instant.parse("2026-11-23T02:00:00Z");
        var answers = new ArrayList<Answer>();
        for (var reader = 0; reader < READERS; reader++) {
            var at = start.plusMillis(random.nextLong(HOUR.toMillis()));
            answers.add(new Answer(at, reader % ADDRESSES, false));
            if (random.nextInt(MISTAKES) == 0) {
                answers.add(new Answer(at.plusSeconds(40), reader % ADDRESSES, false));
            }
        }
        for (var i = 0; i < FLOOD * HOUR.toSeconds(); i++) {
            answers.add(new Answer(start.plusMillis(i * 1_000L / FLOOD), 0, true));
        }
        answers.sort(Comparator.comparing(Answer::at));
        return answers;
    }

    /// What became of the answers of some.
    private static final class Refusals {
        private int all;
        private int harder;
        private int refused;

        void note(Verdict verdict) {
            all++;
            if (verdict.retryAfter().isPresent()) {
                refused++;
            } else if (verdict.demand() != Demand.STROKES) {
                harder++;
            }
        }

        int taken() {
            return all - refused;
        }

        double refusedShare() {
            return (double) refused / all;
        }

        @Override
        public String toString() {
            return "%d answers, %d at the harder picture, %d refused (%.1f %%)"
                    .formatted(all, harder, refused, 100 * refusedShare());
        }
    }
}
