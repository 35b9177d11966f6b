package ykien.moderation;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import ykien.article.CommentPeriod;
import ykien.article.Slug;
import ykien.comment.CommentId;
import ykien.decisionlog.Act;
import ykien.decisionlog.Actor;
import ykien.decisionlog.What;
import ykien.decisionlog.Witness;
import ykien.moderation.DynamoDbLedger.Attempt;

/// Moderation in the tables `Comments`, `Articles`, `Senders` and `DecisionLog`.
final class DynamoDbModeration implements Moderation {
    /// Comments that are decided about in one transaction: of its 100 writes, each comment takes its own, an entry of
    /// the log, a sender's counter and perhaps an article's count.
    static final int TOGETHER = 24;

    private final DynamoDbItems items;
    private final DynamoDbLedger ledger;
    private final DeskTables tables;
    private final InstantSource clock;

    DynamoDbModeration(
            DynamoDbClient dynamoDb, DeskTables tables, CommentPeriod period, Witness witness, InstantSource clock) {
        this.items = new DynamoDbItems(dynamoDb, tables, period, clock);
        this.ledger = new DynamoDbLedger(dynamoDb, tables.log(), witness);
        this.tables = tables;
        this.clock = clock;
    }

    @Override
    public List<Outcome> decide(List<Seen> seen, Decision decision, Actor by) {
        var all = new LinkedHashMap<CommentId, Seen>();
        seen.forEach(one -> all.putIfAbsent(one.comment(), one));
        var outcomes = new LinkedHashMap<CommentId, Outcome>();
        var left = new ArrayList<>(all.values());
        for (var from = 0; from < left.size(); from += TOGETHER) {
            var some = left.subList(from, Math.min(from + TOGETHER, left.size()));
            outcomes.putAll(together(some, decision, by));
        }
        return seen.stream()
                .map(one -> Optional.ofNullable(outcomes.get(one.comment())).orElseThrow())
                .toList();
    }

    private Map<CommentId, Outcome> together(List<Seen> seen, Decision decision, Actor by) {
        var read = items.comments(Set.copyOf(seen.stream().map(Seen::comment).toList()));
        var batch = new DynamoDbBatch(tables, seen, read, decision, by, clock.instant());
        var patience = new Patience();
        while (!batch.isSettled()) {
            switch (ledger.attempt(batch.writes(), batch.acts())) {
                case Attempt.Written _ -> batch.written();
                case Attempt.Refused refused -> batch.refused(refused);
                case Attempt.Overtaken _ -> {}
            }
            if (!batch.isSettled() && !patience.again()) {
                batch.givenUp();
            }
        }
        return batch.outcomes();
    }

    @Override
    public Optional<Contact> contact(CommentId comment, Actor by) {
        var item = Optional.ofNullable(items.comments(Set.of(comment)).get(comment));
        item.ifPresent(there -> log(act(by, What.SHOW_CONTACT, Optional.of(comment), there.article())));
        return item.map(DeskItem::contact);
    }

    private void log(Act act) {
        var patience = new Patience();
        while (!(ledger.attempt(List.of(), List.of(act)) instanceof Attempt.Written)) {
            if (!patience.again()) {
                throw new LogBusy();
            }
        }
    }

    private Act act(Actor by, What what, Optional<CommentId> comment, Slug article) {
        return new Act(clock.instant(), by, what, comment, Optional.of(article), Map.of(), Map.of());
    }

    @Override
    public Closing takeComments(Slug article, boolean open, Actor by) {
        var act = act(by, open ? What.OPEN_COMMENTS : What.CLOSE_COMMENTS, Optional.empty(), article);
        var patience = new Patience();
        do {
            var item = items.article(article);
            if (item.isEmpty()) {
                return Closing.UNKNOWN;
            }
            if (items.isOpen(item.get()) == open) {
                return Closing.NEEDLESS;
            }
            var write = ArticleLineItem.saying(tables.articles(), item.get(), open);
            if (ledger.attempt(List.of(write), List.of(act)) instanceof Attempt.Written) {
                return Closing.DONE;
            }
        } while (patience.again());
        return Closing.BUSY;
    }
}
