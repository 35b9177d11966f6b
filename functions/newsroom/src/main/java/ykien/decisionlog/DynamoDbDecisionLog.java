package ykien.decisionlog;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/// The log in the table `DecisionLog`.
final class DynamoDbDecisionLog implements DecisionLog {
    /// Entries of a part of the export: of the longest, DynamoDB gives fewer.
    private static final int EXPORTED = 1_000;

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final InstantSource clock;

    DynamoDbDecisionLog(DynamoDbClient dynamoDb, String table, InstantSource clock) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.clock = clock;
    }

    /// What is no entry of ours is left out: the page is for reading, and [#verify] says what is wrong.
    @Override
    public LogPage page(LogFilter filter, OptionalLong below) {
        var answer = query("<", below.orElse(Long.MAX_VALUE), false, EXAMINED);
        var shown = new ArrayList<Entry>();
        var examined = 0;
        for (var item : answer.items()) {
            examined++;
            EntryItem.read(item).filter(entry -> passes(entry, filter)).ifPresent(shown::add);
            if (shown.size() == PAGE) {
                break;
            }
        }
        var ended = examined == answer.items().size() && !answer.hasLastEvaluatedKey();
        return new LogPage(shown, examined, ended ? OptionalLong.empty() : number(answer.items(), examined - 1));
    }

    private static OptionalLong number(List<Map<String, AttributeValue>> items, int index) {
        return EntryItem.number(items.get(index));
    }

    private static boolean passes(Entry entry, LogFilter filter) {
        return filter.who().map(who -> isBy(entry.by(), who)).orElse(true)
                && filter.what().map(what -> what.key().equals(entry.what())).orElse(true)
                && filter.article()
                        .map(slug -> entry.article().equals(Optional.of(slug.value())))
                        .orElse(true)
                && filter.comment()
                        .map(id -> entry.comment().equals(Optional.of(id.value())))
                        .orElse(true);
    }

    private static boolean isBy(Actor actor, String who) {
        return actor.subject().equals(who)
                || actor.name().toLowerCase(Locale.ROOT).contains(who.toLowerCase(Locale.ROOT));
    }

    @Override
    public Export export(long after) {
        var answer = query(">", after, true, EXPORTED);
        var lines = new StringBuilder();
        for (var item : answer.items()) {
            EntryItem.read(item)
                    .ifPresent(entry -> lines.append(new String(CanonicalEntry.line(entry), StandardCharsets.UTF_8))
                            .append('\n'));
        }
        return new Export(
                lines.toString(),
                answer.hasLastEvaluatedKey()
                        ? number(answer.items(), answer.items().size() - 1)
                        : OptionalLong.empty());
    }

    @Override
    public Verification verify(Progress from, Witness witness) {
        return new ChainWalk(new Links(), witness, clock).from(from);
    }

    /// @param comparison with the number: `<` or `>`
    private QueryResponse query(String comparison, long number, boolean ascending, int limit) {
        return dynamoDb.query(r -> r.tableName(table)
                .keyConditionExpression("#chain = :chain AND #number " + comparison + " :number")
                .expressionAttributeNames(Map.of("#chain", EntryItem.CHAIN, "#number", EntryItem.NUMBER))
                .expressionAttributeValues(Map.of(
                        ":chain", AttributeValue.fromS(CanonicalEntry.CHAIN), ":number", EntryItem.number(number)))
                .scanIndexForward(ascending)
                .limit(limit)
                .consistentRead(true));
    }

    /// The table, as a walk along the chain needs it.
    private final class Links implements ChainWalk.Items {
        @Override
        public List<Link> after(long number, int limit) {
            return query(">", number, true, limit).items().stream()
                    .map(EntryItem::link)
                    .toList();
        }

        @Override
        public Optional<Link> at(long number) {
            var answer = dynamoDb.getItem(
                    r -> r.tableName(table).key(EntryItem.key(number)).consistentRead(true));
            return answer.hasItem() ? Optional.of(EntryItem.link(answer.item())) : Optional.empty();
        }

        @Override
        public long last() {
            return new DynamoDbChain(dynamoDb, table).end().number();
        }
    }
}
