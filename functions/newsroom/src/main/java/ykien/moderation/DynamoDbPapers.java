package ykien.moderation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import ykien.decisionlog.Act;
import ykien.decisionlog.Actor;
import ykien.decisionlog.Fact;
import ykien.decisionlog.What;
import ykien.decisionlog.Witness;
import ykien.moderation.DynamoDbLedger.Attempt;

/// The desk's texts in the table `Desk`.
final class DynamoDbPapers implements Papers {
    /// How many characters of the lines that came or went stand in the log.
    private static final int LOGGED = 2_000;

    private final DynamoDbClient dynamoDb;
    private final DynamoDbLedger ledger;
    private final DeskTables tables;
    private final InstantSource clock;

    DynamoDbPapers(DynamoDbClient dynamoDb, DeskTables tables, Witness witness, InstantSource clock) {
        this.dynamoDb = dynamoDb;
        this.ledger = new DynamoDbLedger(dynamoDb, tables.log(), witness);
        this.tables = tables;
        this.clock = clock;
    }

    @Override
    public Paper read(Paper.Name name) {
        return PaperItem.read(dynamoDb.getItem(
                        r -> r.tableName(tables.desk()).key(PaperItem.key(name)).consistentRead(true))
                .item());
    }

    @Override
    public Paper.Writing write(Paper.Name name, String text, long version, Actor by) {
        if (text.getBytes(StandardCharsets.UTF_8).length > Paper.LONGEST) {
            throw new IllegalArgumentException("a text of the desk has up to " + Paper.LONGEST + " bytes");
        }
        var now = clock.instant();
        var patience = new Patience();
        do {
            var paper = read(name);
            if (paper.text().equals(text) && (paper.version() == version || isOf(paper, version, by))) {
                return new Paper.Writing.Done(paper.version());
            }
            if (paper.version() != version) {
                return new Paper.Writing.Already(paper);
            }
            var next = new Paper(text, version + 1, Optional.of(new Paper.Change(by.name(), now)));
            var put = PaperItem.put(tables.desk(), name, paper, next);
            if (ledger.attempt(List.of(put), List.of(act(name, paper, next, by))) instanceof Attempt.Written) {
                return new Paper.Writing.Done(next.version());
            }
        } while (patience.again());
        return new Paper.Writing.Busy();
    }

    /// The same text by the same person, sent twice.
    private static boolean isOf(Paper paper, long version, Actor by) {
        return paper.version() == version + 1
                && paper.change()
                        .filter(change -> change.by().equals(by.name()))
                        .isPresent();
    }

    private static Act act(Paper.Name name, Paper from, Paper to, Actor by) {
        var what = switch (name) {
            case PHRASES -> What.CHANGE_PHRASES;
            case SETTINGS -> What.CHANGE_SETTINGS;
        };
        var before = facts(from);
        var after = facts(to);
        lines(from, to).ifPresent(lines -> before.put(Fact.REMOVED.key(), lines));
        lines(to, from).ifPresent(lines -> after.put(Fact.ADDED.key(), lines));
        return new Act(to.change().orElseThrow().at(), by, what, Optional.empty(), Optional.empty(), before, after);
    }

    private static Map<String, String> facts(Paper paper) {
        var facts = new TreeMap<String, String>();
        facts.put(Fact.VERSION.key(), Long.toString(paper.version()));
        facts.put(Fact.SHA256.key(), hash(paper.text()));
        return facts;
    }

    /// The lines that are in the one and not in the other, as many as the log has room for.
    private static Optional<String> lines(Paper in, Paper notIn) {
        var lines = in.text().lines().collect(Collectors.toCollection(LinkedHashSet::new));
        lines.removeAll(notIn.text().lines().collect(Collectors.toSet()));
        var all = String.join("\n", lines);
        var cut = all.codePointCount(0, all.length()) > LOGGED
                ? all.substring(0, all.offsetByCodePoints(0, LOGGED)) + "…"
                : all;
        return Optional.of(cut).filter(it -> !it.isBlank());
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
