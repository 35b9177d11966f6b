package ykien.moderation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import ykien.article.Slug;
import ykien.comment.CommentId;
import ykien.decisionlog.Act;
import ykien.decisionlog.Actor;

/// Comments about which the same is decided in one transaction. Whatever one of them meets, it leaves the transaction
/// with its outcome, and the others are tried again without it.
final class DynamoDbBatch {
    private final DeskTables tables;
    private final Map<CommentId, DeskItem> items;
    private final Decision decision;
    private final Actor by;
    private final Instant now;

    /// Those that are still to be decided about, in order.
    private final Map<CommentId, Proposal> proposals = new LinkedHashMap<>();

    private final Map<CommentId, Outcome> outcomes = new HashMap<>();

    /// Articles that are counted no longer.
    private final Set<Slug> gone = new HashSet<>();

    private List<Slug> counted = List.of();

    DynamoDbBatch(
            DeskTables tables,
            List<Seen> seen,
            Map<CommentId, DeskItem> read,
            Decision decision,
            Actor by,
            Instant now) {
        this.tables = tables;
        this.items = new HashMap<>(read);
        this.decision = decision;
        this.by = by;
        this.now = now;
        seen.forEach(this::look);
    }

    /// What is to become of a comment.
    private record Proposal(Seen seen, DeskItem item, Dossier from, Dossier to) {}

    /// Has the comment, as it was read last, decided about, or gives it its outcome.
    private void look(Seen seen) {
        var id = seen.comment();
        var item = Optional.ofNullable(items.get(id));
        proposals.remove(id);
        if (item.isEmpty()) {
            outcomes.put(id, new Outcome.Unknown(id));
            return;
        }
        var from = item.get().dossier();
        var to = from.version() == seen.version() ? from.after(decision, by, now) : Optional.<Dossier>empty();
        to.ifPresentOrElse(
                it -> proposals.put(id, new Proposal(seen, item.get(), from, it)),
                () -> outcomes.put(id, undecided(seen, from)));
    }

    private Outcome undecided(Seen seen, Dossier is) {
        if (is.isOf(decision, seen.version(), by)) {
            return new Outcome.Decided(seen.comment(), is.state(), is.version());
        }
        return is.version() == seen.version()
                ? new Outcome.Needless(seen.comment(), is.state(), is.version())
                : new Outcome.Already(
                        seen.comment(), is.state(), is.version(), is.standing().latest());
    }

    boolean isSettled() {
        return proposals.isEmpty();
    }

    /// The comments first, in order; then articles, then senders.
    List<TransactWriteItem> writes() {
        var writes = new ArrayList<TransactWriteItem>();
        var counts = new TreeMap<String, Long>();
        var senders = new TreeMap<String, Map<String, Long>>();
        for (var it : proposals.values()) {
            writes.add(it.item.update(tables.comments(), it.from, it.to));
            counts.merge(it.item.article().value(), shown(it.to) - shown(it.from), Long::sum);
            var counters = senders.computeIfAbsent(it.item.sender(), _ -> new TreeMap<>());
            it.from.counter().ifPresent(counter -> counters.merge(counter, -1L, Long::sum));
            it.to.counter().ifPresent(counter -> counters.merge(counter, 1L, Long::sum));
        }
        counts.values().removeIf(more -> more == 0);
        gone.forEach(slug -> counts.remove(slug.value()));
        counted = counts.keySet().stream().map(Slug::new).toList();
        counts.forEach((slug, more) -> writes.add(ArticleLineItem.counting(tables.articles(), new Slug(slug), more)));
        senders.forEach((sender, counters) -> {
            counters.values().removeIf(more -> more == 0);
            if (!counters.isEmpty()) {
                writes.add(SenderItem.adding(tables.senders(), sender, counters));
            }
        });
        return writes;
    }

    private static long shown(Dossier dossier) {
        return dossier.isShown() ? 1 : 0;
    }

    /// An entry for each comment: what of it changed.
    List<Act> acts() {
        return proposals.values().stream().map(this::act).toList();
    }

    private Act act(Proposal it) {
        var before = it.from.facts();
        var after = it.to.facts();
        // By name: a TreeMap's entries are no values, and become others when one beside them is removed.
        var same = before.keySet().stream()
                .filter(name -> Objects.equals(before.get(name), after.get(name)))
                .toList();
        before.keySet().removeAll(same);
        after.keySet().removeAll(same);
        return new Act(
                now, by, decision.what(), Optional.of(it.item.id()), Optional.of(it.item.article()), before, after);
    }

    /// All of it is decided.
    void written() {
        proposals.forEach((id, it) -> outcomes.put(id, new Outcome.Decided(id, it.to.state(), it.to.version())));
        proposals.clear();
    }

    /// Nothing of it is: looks again at the comments that others changed, as DynamoDB sent them along.
    void refused(DynamoDbLedger.Attempt.Refused refused) {
        var index = 0;
        for (var it : List.copyOf(proposals.values())) {
            if (refused.at(index)) {
                reread(it.item.id(), new DeskItem(refused.reasons().get(index).item()));
                look(it.seen);
            }
            index++;
        }
        for (var slug : counted) {
            if (refused.at(index)) {
                gone.add(slug);
            }
            index++;
        }
    }

    private void reread(CommentId id, DeskItem item) {
        if (item.attributes().isEmpty()) {
            items.remove(id);
        } else {
            items.put(id, item);
        }
    }

    /// Others were always quicker.
    void givenUp() {
        proposals.keySet().forEach(id -> outcomes.put(id, new Outcome.Busy(id)));
        proposals.clear();
    }

    Map<CommentId, Outcome> outcomes() {
        return outcomes;
    }
}
