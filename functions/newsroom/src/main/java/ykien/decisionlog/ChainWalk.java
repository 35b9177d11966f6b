package ykien.decisionlog;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ykien.decisionlog.Testimony.Heard;
import ykien.decisionlog.Testimony.Told;
import ykien.decisionlog.Testimony.Unavailable;
import ykien.decisionlog.Verification.Break;
import ykien.decisionlog.Verification.Broken;
import ykien.decisionlog.Verification.Silence;

/// A walk along the chain, entry by entry, with the witness beside it.
///
/// The witness is heard about one stretch of time after another, from the time of the entry before to that of the
/// last one looked at; the first begins before all time, and the last ends now. So the stretches leave nothing out,
/// even where entries lie about their times.
final class ChainWalk {
    private final Items items;
    private final Witness witness;
    private final InstantSource clock;

    /// What was looked at on this walk, by number: hashes.
    private final Map<Long, String> hashes = new HashMap<>();

    private long through;
    private String hash = CanonicalEntry.NO_HASH;
    private Instant at = Instant.EPOCH;

    ChainWalk(Items items, Witness witness, InstantSource clock) {
        this.items = items;
        this.witness = witness;
        this.clock = clock;
    }

    /// What stands in the table.
    interface Items {
        /// Those after this number, ascending: some, as many as DynamoDB gives at once; none only at the end.
        List<Link> after(long number, int limit);

        /// What has this number.
        Optional<Link> at(long number);

        /// The number of the last one; 0 for none.
        long last();
    }

    Verification from(Progress progress) {
        var start = stand(progress);
        if (start.isPresent()) {
            return start.get();
        }
        var begin = at;
        for (var looked = 0; looked < DecisionLog.VERIFIED; ) {
            var links = items.after(through == 0 ? Long.MIN_VALUE : through, DecisionLog.VERIFIED - looked);
            if (links.isEmpty()) {
                return ended(progress, witness.between(begin, clock.instant()));
            }
            for (var link : links) {
                var broken = step(link);
                if (broken.isPresent()) {
                    return broken.get();
                }
            }
            looked += links.size();
        }
        return underway(progress, witness.between(begin, at));
    }

    /// On the last entry that was found right before. Should it be gone since, the walk begins anew, and finds the
    /// gap.
    private Optional<Verification> stand(Progress progress) {
        var stood = progress.through() == 0
                ? Optional.<Entry>empty()
                : items.at(progress.through()).flatMap(Link::entry);
        if (stood.isPresent() && !isWhole(stood.get())) {
            return Optional.of(new Broken(progress.through(), Break.CHANGED));
        }
        stood.ifPresent(this::stand);
        return Optional.empty();
    }

    private void stand(Entry entry) {
        through = entry.number();
        hash = entry.hash();
        at = entry.at();
        hashes.put(through, hash);
    }

    private Optional<Verification> step(Link link) {
        var next = through + 1;
        if (link.number().isPresent() && link.number().getAsLong() > next) {
            return Optional.of(new Broken(next, Break.MISSING));
        }
        if (link.entry()
                .filter(entry -> entry.number() == next && isWhole(entry))
                .isEmpty()) {
            return Optional.of(new Broken(next, Break.CHANGED));
        }
        var entry = link.entry().get();
        if (!entry.previous().equals(hash)) {
            return Optional.of(new Broken(next, Break.UNLINKED));
        }
        stand(entry);
        return Optional.empty();
    }

    private static boolean isWhole(Entry entry) {
        return CanonicalEntry.hash(entry).equals(entry.hash());
    }

    private Verification underway(Progress progress, Testimony testimony) {
        return switch (testimony) {
            case Heard heard -> objection(heard).orElseGet(() -> goOn(progress.witnessed()));
            case Unavailable _ -> goOn(false);
        };
    }

    private Verification goOn(boolean witnessed) {
        return new Verification.Continues(new Progress(through, witnessed));
    }

    private Verification ended(Progress progress, Testimony testimony) {
        return switch (testimony) {
            case Heard heard -> objection(heard).orElseGet(() -> whole(progress, heard));
            case Unavailable _ -> new Verification.Unwitnessed(through, hash, Silence.UNAVAILABLE);
        };
    }

    private Verification whole(Progress progress, Heard heard) {
        if (!progress.witnessed()) {
            return new Verification.Unwitnessed(through, hash, Silence.UNAVAILABLE);
        }
        var newest = heard.told().stream().mapToLong(Told::number).max();
        return newest.isPresent()
                ? new Verification.Intact(through, hash, Math.min(newest.getAsLong(), through))
                : new Verification.Unwitnessed(through, hash, Silence.KNOWS_NOTHING);
    }

    /// The first thing that the witness was told and that the table does not have so.
    private Optional<Verification> objection(Heard heard) {
        for (var told : heard.told()) {
            var there = Optional.ofNullable(hashes.get(told.number()))
                    .or(() -> items.at(told.number()).flatMap(Link::entry).map(Entry::hash));
            if (there.isEmpty()) {
                return Optional.of(gone(told.number()));
            }
            if (!there.get().equals(told.hash())) {
                return Optional.of(new Verification.Contradicted(told.number(), there.get(), told.hash()));
            }
        }
        return Optional.empty();
    }

    private Verification gone(long number) {
        var last = items.last();
        return last > number ? new Broken(number, Break.MISSING) : new Verification.Truncated(last, number);
    }
}
