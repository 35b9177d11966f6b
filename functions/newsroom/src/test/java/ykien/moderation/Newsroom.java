package ykien.moderation;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;
import ykien.article.Article;
import ykien.article.Articles;
import ykien.article.Card;
import ykien.article.CommentPeriod;
import ykien.article.Html;
import ykien.article.PublishedArticles;
import ykien.article.Slug;
import ykien.challenge.Answer;
import ykien.challenge.Challenge;
import ykien.challenge.ChallengeId;
import ykien.challenge.KeyedHash;
import ykien.challenge.Medium;
import ykien.challenge.SealKeys;
import ykien.challenge.SpokenAnswer;
import ykien.challenge.Strength;
import ykien.cloud.LocalDynamoDb;
import ykien.cloud.Template;
import ykien.comment.Author;
import ykien.comment.Comment;
import ykien.comment.CommentId;
import ykien.comment.Comments;
import ykien.comment.DeskKeys;
import ykien.comment.EmailAddress;
import ykien.comment.PhoneNumber;
import ykien.comment.PublicComment;
import ykien.comment.PublicComments;
import ykien.decisionlog.Actor;
import ykien.decisionlog.DecisionLog;
import ykien.decisionlog.Entry;
import ykien.decisionlog.LogFilter;
import ykien.decisionlog.Progress;
import ykien.decisionlog.Verification;
import ykien.decisionlog.Witness;
import ykien.listing.Timestamp;

/// A newsroom of its own for each test: template.yaml's tables in DynamoDB Local, two articles, readers who send
/// comments
/// as they do, and a clock of which a second goes by at each comment.
final class Newsroom implements InstantSource {
    static final Slug ARTICLE = new Slug("mua-he");
    static final Slug OTHER_ARTICLE = new Slug("mua-dong");
    static final Actor LAN = new Actor("s-lan", "Lan");
    static final Actor MINH = new Actor("s-minh", "Minh");
    static final Instant START = Instant.parse("2026-11-23T02:00:00Z");

    private static final DeskTables TABLES =
            new DeskTables("ArticlesTable", "CommentsTable", "SendersTable", "DecisionLogTable", "DeskTable");
    private static final LocalDynamoDb DYNAMO_DB =
            LocalDynamoDb.start(Template.read(Path.of(System.getProperty("ykien.root", "../.."), "template.yaml")));

    final Asked asked = new Asked();
    final DynamoDbClient client = client(DYNAMO_DB.endpoint(), asked);
    final Witness witness = Witness.inMemory(this);
    final Moderation moderation = moderation();
    final Piles piles = Piles.in(client, TABLES);
    final Papers papers = Papers.in(client, TABLES, witness, this);
    private final DynamoDbEnhancedClient enhanced =
            DynamoDbEnhancedClient.builder().dynamoDbClient(DYNAMO_DB.client()).build();
    private final Comments comments = Comments.in(
            enhanced,
            "CommentsTable",
            "CaptchasTable",
            KeyedHash.under(SealKeys.parse("{\"current\":\"1\",\"1\":\"" + "k".repeat(43) + "\"}")));
    private final SecureRandom random = new SecureRandom();
    private Instant now = START;

    Newsroom() {
        DYNAMO_DB.clear();
        publish(ARTICLE, true);
        publish(OTHER_ARTICLE, true);
    }

    private static DynamoDbClient client(URI endpoint, Asked asked) {
        return DynamoDbClient.builder()
                .endpointOverride(endpoint)
                .region(Region.AP_SOUTHEAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(o -> o.addExecutionInterceptor(asked))
                .build();
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    synchronized void wait(Duration time) {
        now = now.plus(time);
    }

    /// Moderation as another process would have it.
    Moderation moderation() {
        return Moderation.in(client, TABLES, witness, this);
    }

    /// Moderation where articles close by themselves.
    Moderation moderation(CommentPeriod period) {
        return Moderation.in(client, TABLES, period, witness, this);
    }

    /// The piles where articles close by themselves.
    Piles piles(CommentPeriod period) {
        return Piles.in(client, TABLES, period, this);
    }

    Moderation moderationWithoutLog() {
        return Moderation.in(
                client,
                new DeskTables("ArticlesTable", "CommentsTable", "SendersTable", "NoTable", "DeskTable"),
                witness,
                this);
    }

    void publish(Slug slug, boolean open) {
        var card =
                new Card(slug, "Bài " + slug.value(), Optional.empty(), Optional.empty(), Optional.empty(), START, 0);
        Articles.in(enhanced, "ArticlesTable")
                .publish(new Article(card, Optional.empty(), new Html("<p>Hè.</p>"), Optional.empty(), open));
    }

    /// The article as readers find it.
    Article article(Slug slug) {
        return PublishedArticles.in(enhanced, "ArticlesTable", this).find(slug).orElseThrow();
    }

    /// The same where articles close by themselves.
    Article article(Slug slug, CommentPeriod period) {
        return PublishedArticles.in(enhanced, "ArticlesTable", period, this)
                .find(slug)
                .orElseThrow();
    }

    long count(Slug slug) {
        return article(slug).card().commentCount();
    }

    // Readers -------------------------------------------------------------------------------------------------------

    /// A comment that came in just now.
    CommentId comment(Slug article, String email, String content) {
        wait(Duration.ofSeconds(1));
        var author = new Author("Hoa", new EmailAddress(email), Optional.of(new PhoneNumber("0912345678")));
        var comment = new Comment(CommentId.random(), article, now, author, Optional.of("Về bài báo"), content);
        comments.submit(comment, challenge(), Medium.PICTURE);
        return comment.id();
    }

    CommentId comment(String content) {
        return comment(ARTICLE, "hoa@vidu.vn", content);
    }

    /// So many comments, each a second later than the one before.
    List<CommentId> comments(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> comment(ARTICLE, "hoa" + i % 7 + "@vidu.vn", "Ý kiến " + i))
                .toList();
    }

    /// So many waiting comments, put straight into the table, 25 a call: a second between any two, two articles by
    /// turns, from 50 senders.
    List<CommentId> fill(int count) {
        var ids = new ArrayList<CommentId>();
        var writes = new ArrayList<WriteRequest>();
        for (var i = 0; i < count; i++) {
            var item = item(i);
            ids.add(new DeskItem(item).id());
            writes.add(WriteRequest.builder().putRequest(r -> r.item(item)).build());
            if (writes.size() == 25 || i == count - 1) {
                DYNAMO_DB.client().batchWriteItem(r -> r.requestItems(Map.of("CommentsTable", List.copyOf(writes))));
                writes.clear();
            }
        }
        return ids;
    }

    /// A comment's item as the comments function puts it.
    private static Map<String, AttributeValue> item(int i) {
        var id = CommentId.random();
        var article = i % 2 == 0 ? ARTICLE : OTHER_ARTICLE;
        var email = "hoa" + i % 50 + "@vidu.vn";
        var texts = Map.of(
                "id", id.value(),
                "article", article.value(),
                "state", "waiting",
                "submittedAt", Timestamp.format(START.plusSeconds(i)),
                "pile", DeskKeys.pile("waiting", id),
                "desk", DeskKeys.underArticle(article, "waiting"),
                "sender", DeskKeys.sender(new EmailAddress(email)),
                "name", "Hoa",
                "email", email,
                "content", "Ý kiến thứ " + i);
        var item = new HashMap<String, AttributeValue>();
        texts.forEach((name, text) -> item.put(name, AttributeValue.fromS(text)));
        return item;
    }

    private Challenge challenge() {
        var id = new byte[ChallengeId.LENGTH];
        random.nextBytes(id);
        return new Challenge(
                new ChallengeId(id), now, Strength.STROKES, new Answer("23456"), new SpokenAnswer("120045"));
    }

    /// Has so many readers report a comment, as the comments function does.
    void report(CommentId id, int times) {
        var shard = text(id, "pile").substring(text(id, "pile").lastIndexOf('.'));
        client.updateItem(r -> r.tableName("CommentsTable")
                .key(DeskItem.key(id))
                .updateExpression("SET pile = :pile, desk = :desk ADD reports :times")
                .expressionAttributeValues(Map.of(
                        ":pile", AttributeValue.fromS("waiting" + shard),
                        ":desk", AttributeValue.fromS(text(id, "article") + "#waiting"),
                        ":times", AttributeValue.fromN("" + times))));
    }

    /// What readers see under an article, newest first.
    List<PublicComment> shown(Slug article) {
        return PublicComments.in(enhanced, "CommentsTable")
                .under(article, Optional.empty())
                .items();
    }

    /// All that readers see anywhere.
    List<CommentId> shownEverywhere() {
        return client.scanPaginator(r -> r.tableName("CommentsTable").indexName("byArticle")).items().stream()
                .map(item -> new DeskItem(item).id())
                .toList();
    }

    List<CommentId> shownIds(Slug article) {
        return shown(article).stream().map(PublicComment::id).toList();
    }

    // The newsroom --------------------------------------------------------------------------------------------------

    /// The comment as the desk has it now.
    Moderated find(CommentId id) {
        return piles.find(id).orElseThrow();
    }

    /// As somebody who has the page before him that was shown just now.
    Outcome decide(CommentId id, Decision decision, Actor by) {
        return moderation.decide(find(id).seen(), decision, by);
    }

    /// Every comment of a list, page by page.
    List<Moderated> all(Listing listing) {
        var all = new ArrayList<Moderated>();
        var page = piles.page(listing, Optional.empty());
        all.addAll(page.items());
        while (page.next().isPresent()) {
            page = piles.page(listing, page.next());
            all.addAll(page.items());
        }
        return all;
    }

    /// The log, oldest first.
    List<Entry> log() {
        var entries = new ArrayList<Entry>();
        var log = DecisionLog.in(client, "DecisionLogTable", this);
        var page = log.page(LogFilter.ALL, OptionalLong.empty());
        entries.addAll(page.entries());
        while (page.below().isPresent()) {
            page = log.page(LogFilter.ALL, page.below());
            entries.addAll(page.entries());
        }
        return entries.reversed();
    }

    Verification verify() {
        return DecisionLog.in(client, "DecisionLogTable", this).verify(Progress.START, witness);
    }

    String text(CommentId id, String name) {
        return new DeskItem(client.getItem(r -> r.tableName("CommentsTable").key(DeskItem.key(id)))
                        .item())
                .text(name);
    }

    /// Changes an attribute, whoever may do that.
    void set(CommentId id, String name, String text) {
        DYNAMO_DB
                .client()
                .updateItem(r -> r.tableName("CommentsTable")
                        .key(DeskItem.key(id))
                        .updateExpression("SET #name = :text")
                        .expressionAttributeNames(Map.of("#name", name))
                        .expressionAttributeValues(Map.of(":text", AttributeValue.fromS(text))));
    }

    /// Everything in a table.
    List<Map<String, AttributeValue>> scan(String table) {
        return client.scanPaginator(r -> r.tableName(table)).items().stream().toList();
    }

    /// The ids in an index of the table of comments.
    List<String> idsIn(String index) {
        return client.scan(r -> r.tableName("CommentsTable").indexName(index)).items().stream()
                .map(item -> new DeskItem(item).text("id"))
                .toList();
    }
}
