package ykien.limit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ykien.article.Slug;
import ykien.challenge.KeyedHash;
import ykien.comment.EmailAddress;

/// Counts what a source and an e-mail address do, and says what follows: within the budget nothing, past it a harder
/// captcha, at ten times the budget to wait until the window ends. What is not taken is not counted either, so that
/// one source alone can't use up its whole network's budget.
///
/// A source's item holds its network's count and, folded into two rows of 128 cells, those of the addresses in it. An
/// address's count is the lesser of its two cells: two addresses that share one cell are still told apart by the
/// other. So one write of one item of at most 2 KB counts both, however many addresses a network has.
///
/// Nor does counting the whole site cost a write more: where the watch has something to hand in, that is written
/// instead, the source's counts are only read, and the one that is owed is added when the source is next counted here.
public final class Quotas {
    /// How long after a window's end its counts may be deleted.
    private static final Duration KEPT = Duration.ofHours(1);

    private static final int CELLS = 128;

    private final Counters counters;
    private final KeyedHash names;
    private final SiteWatch watch;
    private final Stopgap stopgap = new Stopgap();
    private final OwedCounts owed = new OwedCounts();
    private final InstantSource clock;

    /// Quotas of these counts.
    ///
    /// @param names what sources and e-mail addresses are called there
    /// @param watch is told of sources that are past their budgets
    public Quotas(Counters counters, KeyedHash names, SiteWatch watch, InstantSource clock) {
        this.counters = counters;
        this.names = names;
        this.watch = watch;
        this.clock = clock;
    }

    /// The watch that is told of sources that are past their budgets.
    public Watch watch() {
        return watch;
    }

    /// Counts an answer to a challenge under this article, right or wrong: one write.
    public Verdict answer(Source source, Slug article) {
        watch.note(article);
        return count(Quota.ANSWERS, source);
    }

    /// Counts an answer to what is no challenge of ours: one write. It says nothing of how hard the captcha should be,
    /// and is no reason to make it harder for all.
    public Verdict forgedAnswer(Source source) {
        return count(Quota.ANSWERS, source);
    }

    /// Counts a sound that is about to be given out: one write.
    public Verdict sound(Source source) {
        return count(Quota.SOUNDS, source);
    }

    /// Counts a comment that was answered for rightly: one write. While the counts can't be had, its source's stopgap
    /// is limit enough.
    public Verdict comment(EmailAddress email) {
        var now = clock.instant();
        var item = "email:" + names.name("email", email.normalised());
        return tally(Quota.COMMENTS, item, List.of("own"), now)
                .map(tally -> verdict(Quota.COMMENTS, tally, now))
                .orElse(Verdict.UNKNOWN);
    }

    private Verdict count(Quota quota, Source source) {
        var now = clock.instant();
        var what = quota.name().toLowerCase(Locale.ROOT);
        var item = what + ":" + names.name(what, source.network());
        var tally = tally(quota, item, cells(source), now);
        var verdict = tally.map(it -> verdict(quota, it, now)).orElseGet(() -> stopgap.verdict(now));
        tally.flatMap(it -> it).filter(quota::isPast).ifPresent(it -> watch.mark(source, quota.isPastInNetwork(it)));
        return verdict;
    }

    /// @return empty where the counts can't be had; inside, empty where they are at their ceiling
    private Optional<Optional<Tally>> tally(Quota quota, String who, List<String> cells, Instant now) {
        if (stopgap.isInForce(now)) {
            return Optional.empty();
        }
        var window = quota.window(now);
        var count = new Count(
                who + "#" + window.number(),
                cells,
                quota.ceilings(),
                window.end().plus(KEPT));
        try {
            return Optional.of(watch.isDue() ? handInOrAdd(count) : add(count));
        } catch (CountersUnavailable _) {
            stopgap.begin(now);
            return Optional.empty();
        }
    }

    private Optional<Tally> add(Count count) {
        var tally = counters.count(count, owed.with(count));
        tally.ifPresent(_ -> owed.settle(count));
        return tally;
    }

    /// One write, which goes to the site's counts unless this very count has given way to them before. Who is at a
    /// ceiling is refused all the same.
    private Optional<Tally> handInOrAdd(Count count) {
        var tally = counters.read(List.of(count.item()))
                .getOrDefault(count.item(), Tallies.NONE)
                .with(count, owed.with(count));
        if (tally.isPresent() && owed.has(count)) {
            return add(count);
        }
        watch.handIn();
        tally.ifPresent(_ -> owed.add(count));
        return tally;
    }

    private static Verdict verdict(Quota quota, Optional<Tally> tally, Instant now) {
        return tally.map(it -> quota.isPast(it) ? Verdict.PAST : Verdict.WITHIN)
                .orElseGet(() -> Verdict.refused(quota.window(now).left(now)));
    }

    private List<String> cells(Source source) {
        var hash = names.bytes("cells", source.host());
        return List.of(cell("a", hash[0]), cell("b", hash[1]));
    }

    private static String cell(String row, byte hash) {
        return row + Math.floorMod(hash, CELLS);
    }
}
