package ykien.decisionlog;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;
import ykien.article.Slug;
import ykien.cloud.LocalDynamoDb;
import ykien.cloud.Template;

/// A log in DynamoDB Local, its witness, and somebody who can write whatever he likes into its table. A second goes
/// by between any two entries.
final class Chain implements InstantSource {
    static final Actor LAN = new Actor("s-lan", "Lan");
    static final Actor MINH = new Actor("s-minh", "Trần Minh");
    static final Instant START = Instant.parse("2026-11-23T02:00:00Z");

    private static final LocalDynamoDb DYNAMO_DB =
            LocalDynamoDb.start(Template.read(Path.of(System.getProperty("ykien.root", "../.."), "template.yaml")));
    private static final String TABLE = "DecisionLogTable";

    final Witness witness = Witness.inMemory(this);
    final DecisionLog log = DecisionLog.in(client(), TABLE, this);
    private final DynamoDbChain chain = new DynamoDbChain(client(), TABLE);
    private Instant now = START;

    Chain() {
        DYNAMO_DB.clear();
    }

    @Override
    public Instant instant() {
        return now;
    }

    private static DynamoDbClient client() {
        return DYNAMO_DB.client();
    }

    /// So many entries, Lan's and Minh's by turns, each told to the witness.
    void write(int count) {
        for (var i = 0; i < count; i++) {
            write(i % 2 == 0 ? LAN : MINH, What.APPROVE, "mua-he");
        }
    }

    void write(Actor by, What what, String article) {
        var end = writeUntold(by, what, article);
        witness.tell(end.number(), end.hash());
    }

    /// An entry whose writer broke down before telling the witness.
    DynamoDbChain.End writeUntold(Actor by, What what, String article) {
        now = now.plusSeconds(1);
        var act = new Act(
                now,
                by,
                what,
                Optional.empty(),
                Optional.of(new Slug(article)),
                Map.of("state", "waiting"),
                Map.of("state", "approved"));
        var next = chain.after(chain.end(), List.of(act));
        client().transactWriteItems(r -> r.transactItems(next.puts()));
        return next.end();
    }

    /// Many entries at once, and one word to the witness at the end. Put as they are, as it takes less time.
    void writeMany(int count) {
        now = now.plusSeconds(1);
        var acts = IntStream.range(0, count)
                .mapToObj(i -> new Act(
                        now, LAN, What.SPAM, Optional.empty(), Optional.empty(), Map.of(), Map.of("version", "" + i)))
                .toList();
        var next = chain.after(chain.end(), acts);
        for (var from = 0; from < count; from += 25) {
            var some = next.puts().subList(from, Math.min(from + 25, count)).stream()
                    .map(put -> WriteRequest.builder()
                            .putRequest(r -> r.item(put.put().item()))
                            .build())
                    .toList();
            client().batchWriteItem(r -> r.requestItems(Map.of(TABLE, some)));
        }
        witness.tell(next.end().number(), next.end().hash());
    }

    void wait(Duration time) {
        now = now.plus(time);
    }

    Entry entry(long number) {
        return EntryItem.read(item(number)).orElseThrow();
    }

    private static Map<String, AttributeValue> item(long number) {
        return client().getItem(r -> r.tableName(TABLE).key(EntryItem.key(number)))
                .item();
    }

    // What nobody may do whom the template gives a role -------------------------------------------------------------

    void remove(long number) {
        client().deleteItem(r -> r.tableName(TABLE).key(EntryItem.key(number)));
    }

    /// Changes an attribute, and nothing else.
    void change(long number, String attribute, AttributeValue value) {
        var item = new HashMap<>(item(number));
        item.put(attribute, value);
        client().putItem(r -> r.tableName(TABLE).item(item));
    }

    /// Puts a copy of the first entry under this number.
    void put(String number) {
        var item = new HashMap<>(item(1));
        item.put(EntryItem.NUMBER, AttributeValue.fromN(number));
        client().putItem(r -> r.tableName(TABLE).item(item));
    }

    /// Changes an entry and gives it the hash that it should have.
    void forge(long number, UnaryOperator<Entry> change) {
        var forged = change.apply(entry(number));
        client().putItem(r -> r.tableName(TABLE).item(EntryItem.of(forged.withHash(CanonicalEntry.hash(forged)))));
    }

    /// Changes an entry, and every one after it so that they hang together again.
    void rewrite(long from, UnaryOperator<Entry> change) {
        var last = chain.end().number();
        forge(from, change);
        for (var number = from + 1; number <= last; number++) {
            var previous = entry(number - 1).hash();
            forge(number, entry -> with(entry, entry.at(), previous));
        }
    }

    static Entry with(Entry entry, Instant at, String previous) {
        return new Entry(
                entry.number(),
                at,
                entry.by(),
                entry.what(),
                entry.comment(),
                entry.article(),
                entry.before(),
                entry.after(),
                previous,
                entry.hash());
    }
}
