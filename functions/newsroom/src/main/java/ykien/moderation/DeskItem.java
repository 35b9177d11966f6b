package ykien.moderation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import ykien.article.Slug;
import ykien.comment.CommentId;
import ykien.comment.DeskKeys;
import ykien.comment.EmailAddress;
import ykien.comment.PhoneNumber;
import ykien.decisionlog.Actor;
import ykien.decisionlog.What;
import ykien.listing.Timestamp;

/// A comment as an item of the table `Comments`, as the newsroom reads and changes it. What the reader sent, it never
/// changes.
///
/// Of the newsroom's own: `version`, `decidedAt`, `decidedBy`, `reason`, `note`, `spam`, `earlier`, `reply`,
/// `repliedAt`,
/// `repliedBy`, `picked` and `latest`. Readers' reports raise `reports` and move the comment into the waiting pile.
/// What
/// readers see is `shown`, as long as there is `shownAt`.
record DeskItem(Map<String, AttributeValue> attributes) {
    static final String ID = "id";
    static final String PILE = "pile";
    static final String DESK = "desk";
    static final String SENDER = "sender";
    static final String SUBMITTED_AT = "submittedAt";

    static Map<String, AttributeValue> key(CommentId id) {
        return Map.of(ID, AttributeValue.fromS(id.value()));
    }

    CommentId id() {
        return new CommentId(text(ID));
    }

    Slug article() {
        return new Slug(text("article"));
    }

    /// The sender's key; an old comment's is made of what it has.
    String sender() {
        return optional(SENDER).orElseGet(() -> DeskKeys.sender(contact().email()));
    }

    Contact contact() {
        return new Contact(new EmailAddress(text("email")), optional("phone").map(PhoneNumber::new));
    }

    /// Whether it is in any of these words.
    boolean has(Sought sought) {
        return sought.in(text("name"))
                || sought.in(text("content"))
                || optional("title").filter(sought::in).isPresent()
                || optional("reply").filter(sought::in).isPresent();
    }

    Moderated moderated(ArticleLine article, SenderCounts sender) {
        return new Moderated(
                id(),
                article,
                Instant.parse(text(SUBMITTED_AT)),
                text("name"),
                optional("title"),
                text("content"),
                optional("answeredBy"),
                optional("work"),
                sender,
                dossier().standing());
    }

    Dossier dossier() {
        return new Dossier(
                state(attributes),
                number("version"),
                is(attributes, "spam"),
                ruling(attributes),
                map("earlier").map(DeskItem::earlier),
                optional("reply").map(reply -> new WrittenReply(reply, text("repliedBy"), time("repliedAt"))),
                is(attributes, "picked"),
                number("reports"),
                map("latest").flatMap(DeskItem::deed));
    }

    private static Dossier.Earlier earlier(Map<String, AttributeValue> earlier) {
        return new Dossier.Earlier(
                state(earlier), is(earlier, "spam"), ruling(earlier), new DeskItem(earlier).number("reports"));
    }

    /// Empty where a later version of the newspaper did something that this one doesn't know.
    private static Optional<Dossier.Deed> deed(Map<String, AttributeValue> latest) {
        var item = new DeskItem(latest);
        return What.of(item.text("what"))
                .map(what -> new Dossier.Deed(what, new Actor(item.text("subject"), item.text("by")), item.time("at")));
    }

    private static State state(Map<String, AttributeValue> from) {
        return State.of(new DeskItem(from).text("state")).orElseThrow();
    }

    private static Optional<Ruling> ruling(Map<String, AttributeValue> from) {
        var item = new DeskItem(from);
        return item.optional("decidedBy")
                .map(by -> new Ruling(
                        by,
                        item.time("decidedAt"),
                        item.optional("reason").flatMap(Reason::of),
                        item.optional("note").map(Note::typed).orElse(Note.NONE)));
    }

    /// Changes it from one dossier to the other, if it still is what was read.
    TransactWriteItem update(String table, Dossier from, Dossier to) {
        var expression = new Expression();
        write(to, expression);
        expression.set(SENDER, Optional.of(AttributeValue.fromS(sender())));
        expression.set(
                "shownAt", Optional.of(AttributeValue.fromS(text(SUBMITTED_AT))).filter(_ -> to.isShown()));
        expression.set("shown", Optional.of(shown(to)).filter(_ -> to.isShown()));
        expression.expect("state", Optional.of(AttributeValue.fromS(from.state().word())));
        expression.expect("version", Optional.ofNullable(attributes.get("version")));
        expression.expect("reports", Optional.ofNullable(attributes.get("reports")));
        return TransactWriteItem.builder()
                .update(r -> r.tableName(table)
                        .key(key(id()))
                        .updateExpression(expression.update())
                        .conditionExpression(expression.condition())
                        .expressionAttributeNames(expression.names)
                        .expressionAttributeValues(expression.values)
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
                .build();
    }

    private void write(Dossier to, Expression expression) {
        var pile = to.standing().pile().word();
        expression.set(PILE, Optional.of(AttributeValue.fromS(DeskKeys.pile(pile, id()))));
        expression.set(DESK, Optional.of(AttributeValue.fromS(DeskKeys.underArticle(article(), pile))));
        expression.set("version", Optional.of(AttributeValue.fromN(Long.toString(to.version()))));
        ruled(to.state(), to.spam(), to.ruling(), to.reports()).forEach(expression::set);
        expression.set("earlier", to.earlier().map(DeskItem::map));
        expression.set("reply", to.reply().map(reply -> AttributeValue.fromS(reply.text())));
        expression.set("repliedBy", to.reply().map(reply -> AttributeValue.fromS(reply.by())));
        expression.set("repliedAt", to.reply().map(reply -> time(reply.at())));
        expression.set("picked", Optional.of(AttributeValue.fromBool(true)).filter(_ -> to.picked()));
        expression.set("latest", to.latest().map(DeskItem::map));
    }

    private static AttributeValue map(Dossier.Earlier earlier) {
        var map = new HashMap<String, AttributeValue>();
        ruled(earlier.state(), earlier.spam(), earlier.ruling(), earlier.reports())
                .forEach((name, value) -> value.ifPresent(there -> map.put(name, there)));
        return AttributeValue.fromM(map);
    }

    private static AttributeValue map(Dossier.Deed deed) {
        return AttributeValue.fromM(Map.of(
                "what", AttributeValue.fromS(deed.what().key()),
                "by", AttributeValue.fromS(deed.by().name()),
                "subject", AttributeValue.fromS(deed.by().subject()),
                "at", time(deed.at())));
    }

    private static Map<String, Optional<AttributeValue>> ruled(
            State state, boolean spam, Optional<Ruling> ruling, long reports) {
        return Map.of(
                "state", Optional.of(AttributeValue.fromS(state.word())),
                "spam", Optional.of(AttributeValue.fromBool(true)).filter(_ -> spam),
                "decidedBy", ruling.map(it -> AttributeValue.fromS(it.by())),
                "decidedAt", ruling.map(it -> time(it.at())),
                "reason", ruling.flatMap(Ruling::reason).map(reason -> AttributeValue.fromS(reason.key())),
                "note",
                        ruling.map(it -> it.note().text())
                                .filter(note -> !note.isEmpty())
                                .map(AttributeValue::fromS),
                "reports",
                        Optional.of(AttributeValue.fromN(Long.toString(reports)))
                                .filter(_ -> reports > 0));
    }

    /// All that readers see: the attribute that the index `byArticle` has.
    private AttributeValue shown(Dossier to) {
        var shown = new HashMap<String, AttributeValue>();
        shown.put("name", AttributeValue.fromS(text("name")));
        optional("title").ifPresent(title -> shown.put("title", AttributeValue.fromS(title)));
        shown.put("content", AttributeValue.fromS(text("content")));
        to.reply().ifPresent(reply -> {
            shown.put("reply", AttributeValue.fromS(reply.text()));
            shown.put("repliedAt", time(reply.at()));
        });
        if (to.picked()) {
            shown.put("picked", AttributeValue.fromBool(true));
        }
        return AttributeValue.fromM(shown);
    }

    private static AttributeValue time(Instant at) {
        return AttributeValue.fromS(Timestamp.format(at));
    }

    private Instant time(String name) {
        return Instant.parse(text(name));
    }

    String text(String name) {
        return optional(name).orElseThrow();
    }

    private Optional<String> optional(String name) {
        return Optional.ofNullable(attributes.get(name)).map(AttributeValue::s);
    }

    private Optional<Map<String, AttributeValue>> map(String name) {
        return Optional.ofNullable(attributes.get(name)).map(AttributeValue::m);
    }

    private long number(String name) {
        return Optional.ofNullable(attributes.get(name))
                .map(it -> Long.parseLong(it.n()))
                .orElse(0L);
    }

    private static boolean is(Map<String, AttributeValue> from, String name) {
        return Optional.ofNullable(from.get(name)).map(AttributeValue::bool).orElse(false);
    }

    @Override
    public String toString() {
        return "DeskItem[hidden]";
    }

    /// The expressions of an update: each attribute is set, or removed, or has to be as it was.
    private static final class Expression {
        private final Map<String, String> names = new HashMap<>();
        private final Map<String, AttributeValue> values = new HashMap<>();
        private final List<String> set = new ArrayList<>();
        private final List<String> removed = new ArrayList<>();
        private final List<String> expected = new ArrayList<>();

        void set(String name, Optional<AttributeValue> value) {
            names.put("#" + name, name);
            if (value.isPresent()) {
                values.put(":" + name, value.get());
                set.add("#" + name + " = :" + name);
            } else {
                removed.add("#" + name);
            }
        }

        void expect(String name, Optional<AttributeValue> value) {
            names.put("#" + name, name);
            if (value.isPresent()) {
                values.put(":was_" + name, value.get());
                expected.add("#" + name + " = :was_" + name);
            } else {
                expected.add("attribute_not_exists(#" + name + ")");
            }
        }

        String update() {
            return "SET " + String.join(", ", set) + (removed.isEmpty() ? "" : " REMOVE " + String.join(", ", removed));
        }

        String condition() {
            return String.join(" AND ", expected);
        }
    }
}
