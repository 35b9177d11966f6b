package ykien.limit;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import ykien.article.Slug;
import ykien.challenge.KeyedHash;

/// Watches the whole site: counts the answers to challenges, by article too, and makes the captcha harder for all
/// where there are too many. It never refuses anybody: else one attacker could mute everyone.
///
/// Nothing of this costs a write more. What was counted is handed in, and a copy of what all processes have counted is
/// read, at most once in [#FRESH] each; the hand-in takes the place of a count's write (see [Quotas]). The counts of a
/// window lie in [#SHARDS] items of which a process picks one at random, each time; articles are folded into 64 numbers
/// of the same item.
public final class SiteWatch implements Watch {
    /// How old the copy may be; and how old what was counted is when the next count hands it in.
    public static final Duration FRESH = Duration.ofSeconds(10);

    static final Duration WINDOW = Duration.ofMinutes(10);

    static final int SHARDS = 4;

    private static final Budget SITE = new Budget(1_000, 4_000);
    private static final Budget ARTICLE = new Budget(300, 1_500);

    /// How long after a window's end its counts may be deleted; until the next one's end they are still looked at.
    private static final Duration KEPT = Duration.ofHours(1);

    private static final String SITE_NUMBER = Tallies.TOTAL;
    private static final int ARTICLE_NUMBERS = 64;

    /// So many sources that are past their budgets are known by name; where there are more, all are asked for more.
    private static final int MOST_MARKS = 200;

    private static final int MARK_LENGTH = 8;

    /// How many answers in one window are too many, for the harder picture and for proof of work.
    private record Budget(long full, long work) {
        Demand demand(long answers) {
            if (answers > work) {
                return Demand.FULL_AND_WORK;
            }
            return answers > full ? Demand.FULL : Demand.STROKES;
        }
    }

    private final Counters counters;
    private final KeyedHash names;
    private final Demand least;
    private final InstantSource clock;
    private final Map<String, Long> pendingNumbers = new HashMap<>();
    private final Set<String> pendingMarks = new HashSet<>();
    private Instant handInDue = Instant.MAX; // as long as nothing is pending
    private Instant copyDue = Instant.MIN;
    private Tallies copy = Tallies.NONE;
    private boolean blind;

    /// A watch of these counts.
    ///
    /// @param names what articles and sources are called there
    /// @param least what the operators ask for in any case
    public SiteWatch(Counters counters, KeyedHash names, Demand least, InstantSource clock) {
        this.counters = counters;
        this.names = names;
        this.least = least;
        this.clock = clock;
    }

    /// Counts an answer, right or wrong, to a challenge of ours.
    public synchronized void note(Slug article) {
        var now = clock.instant();
        pendingNumbers.merge(SITE_NUMBER, 1L, Long::sum);
        pendingNumbers.merge(number(article), 1L, Long::sum);
        pend(now);
    }

    /// Remembers that this source is past its budget, so that its next pictures are harder too.
    ///
    /// @param network whether that is so of its whole network
    synchronized void mark(Source source, boolean network) {
        if (copy.marks().size() < MOST_MARKS && pendingMarks.size() < MOST_MARKS) {
            pendingMarks.add(mark(network ? source.network() : source.host()));
            pend(clock.instant());
        }
    }

    /// What is asked of this source under this article, by a copy at most [#FRESH] old. Where none can be had, it is
    /// the harder picture: nothing tells how bad things are.
    @Override
    public synchronized Demand demand(Slug article, Source source) {
        var now = clock.instant();
        if (!now.isBefore(copyDue)) {
            copy(now);
        }
        if (blind) {
            return least.and(Demand.FULL);
        }
        return least.and(SITE.demand(copy.number(SITE_NUMBER)))
                .and(ARTICLE.demand(copy.number(number(article))))
                .and(isMarked(source) ? Demand.FULL_AND_WORK : Demand.STROKES);
    }

    private boolean isMarked(Source source) {
        return copy.marks().size() >= MOST_MARKS
                || copy.marks().contains(mark(source.host()))
                || copy.marks().contains(mark(source.network()));
    }

    private void pend(Instant now) {
        if (handInDue.equals(Instant.MAX)) {
            handInDue = now.plus(FRESH);
        }
    }

    /// Whether what was counted is due: the next write of a count is to be this one.
    synchronized boolean isDue() {
        return !clock.instant().isBefore(handInDue);
    }

    /// Hands in what was counted, in one write. What can't be handed in now is kept, and handed in later.
    synchronized void handIn() {
        var now = clock.instant();
        var window = Window.at(now, WINDOW);
        var shard = new SecureRandom().nextInt(SHARDS); // asked for each time: a snapshot would hand one to many
        try {
            counters.add(
                    item(window, shard),
                    new Tallies(pendingNumbers, pendingMarks),
                    window.end().plus(KEPT));
            pendingNumbers.clear();
            pendingMarks.clear();
            handInDue = Instant.MAX;
        } catch (CountersUnavailable _) {
            handInDue = now.plus(FRESH);
        }
    }

    private void copy(Instant now) {
        copyDue = now.plus(FRESH);
        try {
            copy = read(Window.at(now, WINDOW));
            blind = false;
        } catch (CountersUnavailable _) {
            blind = true;
        }
    }

    /// The greater of this window's numbers and the last one's: what is asked for does not drop at a window's edge.
    private Tallies read(Window window) {
        var now = items(window);
        var before = items(window.before());
        var all = new ArrayList<>(now);
        all.addAll(before);
        var found = counters.read(all);
        var numbers = sum(now, found);
        sum(before, found).forEach((name, number) -> numbers.merge(name, number, Math::max));
        var marks = new HashSet<String>();
        found.values().forEach(tallies -> marks.addAll(tallies.marks()));
        return new Tallies(numbers, marks);
    }

    private static Map<String, Long> sum(List<String> items, Map<String, Tallies> found) {
        var sum = new HashMap<String, Long>();
        for (var item : items) {
            found.getOrDefault(item, Tallies.NONE)
                    .numbers()
                    .forEach((name, number) -> sum.merge(name, number, Long::sum));
        }
        return sum;
    }

    private static List<String> items(Window window) {
        return IntStream.range(0, SHARDS).mapToObj(shard -> item(window, shard)).toList();
    }

    private static String item(Window window, int shard) {
        return "site:" + shard + "#" + window.number();
    }

    /// Keyed, so that nobody can tell which articles share one.
    private String number(Slug article) {
        return "p" + Math.floorMod(names.bytes("article", article.value())[0], ARTICLE_NUMBERS);
    }

    private String mark(String prefix) {
        return names.name("mark", prefix).substring(0, MARK_LENGTH);
    }
}
