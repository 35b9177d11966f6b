package ykien.comment;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import ykien.article.Article;
import ykien.article.Articles;
import ykien.article.Card;
import ykien.article.Html;
import ykien.article.Slug;
import ykien.challenge.Challenges;
import ykien.challenge.FormId;
import ykien.challenge.KeyedHash;
import ykien.challenge.Medium;
import ykien.challenge.Proof;
import ykien.challenge.SealKeys;
import ykien.challenge.Seals;
import ykien.challenge.Strength;
import ykien.cloud.LocalDynamoDb;
import ykien.cloud.Template;
import ykien.listing.Timestamp;

/// template.yaml's tables in DynamoDB Local, with two articles and no comment. Each test gets its own.
final class Tables {
    static final Slug ARTICLE = new Slug("duong-hoa-xom-dinh");
    static final Slug OTHER_ARTICLE = new Slug("phien-cho-cuoi-tuan");

    private static final Instant NOON = Instant.parse("2026-11-23T05:00:00Z");

    private final LocalDynamoDb dynamoDb;
    private final DynamoDbEnhancedClient client;

    private Tables(LocalDynamoDb dynamoDb) {
        this.dynamoDb = dynamoDb;
        this.client = DynamoDbEnhancedClient.builder()
                .dynamoDbClient(dynamoDb.client())
                .build();
        dynamoDb.clear();
        articles().publish(article(ARTICLE));
        articles().publish(article(OTHER_ARTICLE));
    }

    Articles articles() {
        return Articles.in(client, "ArticlesTable");
    }

    Comments comments() {
        return Comments.in(
                client,
                "CommentsTable",
                "CaptchasTable",
                KeyedHash.under(SealKeys.parse("{\"current\":\"1\",\"1\":\"" + "k".repeat(43) + "\"}")));
    }

    PublicComments publicComments() {
        return PublicComments.in(client, "CommentsTable");
    }

    /// Comments that readers see, each a second later than the one before.
    List<Comment> approved(Slug article, int count) {
        var comments = waiting(article, count);
        comments.forEach(this::approve);
        return comments;
    }

    /// Has readers see it, as the newsroom does.
    void approve(Comment comment) {
        var shown = new ShownMap(
                comment.author().name(), comment.title().orElse(null), comment.content(), null, null, null);
        client.table("CommentsTable", ShownItem.SCHEMA)
                .updateItem(new ShownItem(
                        comment.id().value(),
                        comment.article().value(),
                        Timestamp.format(comment.submittedAt()),
                        shown));
        put(comment.id(), "state", "approved");
        put(comment.id(), "pile", DeskKeys.pile("approved", comment.id()));
        put(comment.id(), "desk", DeskKeys.underArticle(comment.article(), "approved"));
    }

    /// Changes an attribute of a comment's item.
    void put(CommentId id, String attribute, String value) {
        dynamoDb.client()
                .updateItem(r -> r.tableName("CommentsTable")
                        .key(Map.of("id", AttributeValue.fromS(id.value())))
                        .updateExpression("SET #attribute = :value")
                        .expressionAttributeNames(Map.of("#attribute", attribute))
                        .expressionAttributeValues(Map.of(":value", AttributeValue.fromS(value))));
    }

    /// The stores' own client.
    DynamoDbEnhancedClient client() {
        return client;
    }

    /// Where DynamoDB is.
    URI endpoint() {
        return dynamoDb.endpoint();
    }

    /// Comments that wait, each a second later than the one before.
    List<Comment> waiting(Slug article, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> waiting(article, NOON.plusSeconds(i), "Ý kiến thứ " + i))
                .toList();
    }

    /// A comment that waits.
    Comment waiting(Slug article, Instant submittedAt, String content) {
        var draft = new Draft("", "Hoa", "hoa@vidu.vn", "0912345678", "ACDEF", content, "");
        var comment = draft.comment(CommentId.random(), article, submittedAt);
        var seals = new Seals(SealKeys.parse("{\"current\":\"1\",\"1\":\"" + "k".repeat(43) + "\"}"));
        var issued =
                new Challenges(seals, InstantSource.fixed(submittedAt)).issue(FormId.under(article), Strength.STROKES);
        comments().submit(comment, issued.challenge(), Medium.PICTURE, Proof.MISSING);
        return comment;
    }

    /// The ids in an index of the table of comments.
    List<String> idsIn(String index) {
        return itemsIn(index).stream().map(item -> text(item, "id")).toList();
    }

    /// What stands in an index of the table of comments.
    List<Map<String, AttributeValue>> itemsIn(String index) {
        return dynamoDb.client()
                .scan(r -> r.tableName("CommentsTable").indexName(index))
                .items();
    }

    /// A comment's item, as the table has it.
    Map<String, AttributeValue> item(CommentId id) {
        return dynamoDb.client()
                .getItem(r -> r.tableName("CommentsTable").key(Map.of("id", AttributeValue.fromS(id.value()))))
                .item();
    }

    static String text(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).map(AttributeValue::s).orElseThrow();
    }

    static Article article(Slug slug) {
        var card = new Card(
                slug,
                "Đường hoa xóm Đình",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Instant.parse("2026-11-22T02:00:00Z"),
                0);
        return new Article(card, Optional.empty(), new Html("<p>Hoa.</p>"), Optional.empty(), true);
    }

    /// Gives tables to each test class that asks for them; DynamoDB Local is started once for all.
    static final class Opening implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType().equals(Tables.class);
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            var store = context.getRoot().getStore(ExtensionContext.Namespace.create(Tables.class));
            return new Tables(store.getOrComputeIfAbsent(LocalDynamoDb.class, _ -> start(), LocalDynamoDb.class));
        }

        private static LocalDynamoDb start() {
            return LocalDynamoDb.start(
                    Template.read(Path.of(System.getProperty("ykien.root", "../.."), "template.yaml")));
        }
    }
}
