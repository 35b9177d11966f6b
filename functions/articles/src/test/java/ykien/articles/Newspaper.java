package ykien.articles;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;
import ykien.article.Articles;
import ykien.article.Slug;
import ykien.challenge.Challenge;
import ykien.challenge.Challenges;
import ykien.challenge.FormId;
import ykien.challenge.KeyedHash;
import ykien.challenge.Medium;
import ykien.challenge.SealKeys;
import ykien.challenge.Seals;
import ykien.challenge.Strength;
import ykien.cloud.HttpApi;
import ykien.cloud.HttpRequest;
import ykien.cloud.HttpResponse;
import ykien.cloud.LocalDynamoDb;
import ykien.cloud.StandingClock;
import ykien.cloud.Template;
import ykien.comment.CommentId;
import ykien.comment.Comments;
import ykien.comment.Draft;
import ykien.decisionlog.Actor;
import ykien.decisionlog.Witness;
import ykien.listing.Timestamp;
import ykien.metric.Meter;
import ykien.moderation.Decision;
import ykien.moderation.DeskTables;
import ykien.moderation.Moderation;
import ykien.moderation.Note;
import ykien.moderation.Outcome;
import ykien.moderation.Piles;
import ykien.moderation.Seen;
import ykien.settings.Environment;

/// A newspaper of its own for each test: template.yaml's routes, environment and tables, empty ones, the function
/// behind them, and a clock that stands at [#NOW].
final class Newspaper {
    /// Ten in the morning where the newspaper is.
    static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");

    static final Path TEMPLATE = Path.of(System.getProperty("ykien.root"), "template.yaml");

    private static final LocalDynamoDb DYNAMO_DB = LocalDynamoDb.start(Template.read(TEMPLATE));
    private static final DynamoDbEnhancedClient NEWSROOM =
            DynamoDbEnhancedClient.builder().dynamoDbClient(DYNAMO_DB.client()).build();
    private static final Challenges CHALLENGES = new Challenges(
            new Seals(SealKeys.parse("{\"current\":\"1\",\"1\":\"" + "k".repeat(43) + "\"}")), () -> NOW);

    final StandingClock clock = new StandingClock(NOW);
    final Operations operations = new Operations();
    private final HttpApi api;

    /// As template.yaml has it.
    Newspaper() {
        this(Map.of(), Map.of());
    }

    /// With other parameters of template.yaml, and other variables of the function's environment.
    Newspaper(Map<String, String> parameters, Map<String, String> variables) {
        DYNAMO_DB.clear();
        var template = Template.read(TEMPLATE, parameters);
        var environment = new HashMap<>(template.function("ArticlesFunction").environment());
        environment.putAll(variables);
        var settings = ArticlesSettings.from(new Environment(environment));
        var function = new ArticlesFunction(settings, readers(), photos(), clock, new Meter("articles"));
        this.api = HttpApi.of(template)
                .with("ArticlesFunction", (event, answer) -> function.handleRequest(event, answer, unasked()));
    }

    /// Photos in a bucket in Singapore, signed with credentials that never end.
    private SignedPhotos photos() {
        return new SignedPhotos(
                URI.create("https://photos.s3.ap-southeast-1.amazonaws.com"),
                "ap-southeast-1",
                StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIAEXAMPLE", "secret")),
                clock);
    }

    /// The function's own way to the tables, whose every call is written down.
    private DynamoDbEnhancedClient readers() {
        var client = DynamoDbClient.builder()
                .endpointOverride(DYNAMO_DB.endpoint())
                .region(Region.AP_SOUTHEAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(o -> o.addExecutionInterceptor(operations))
                .build();
        return DynamoDbEnhancedClient.builder().dynamoDbClient(client).build();
    }

    /// The function asks Lambda's context for nothing.
    private static Context unasked() {
        return (Context) Proxy.newProxyInstance(
                Newspaper.class.getClassLoader(), new Class<?>[] {Context.class}, (_, method, _) -> {
                    throw new AssertionError("nothing needs " + method.getName());
                });
    }

    void publish(SampleArticle... articles) {
        for (var article : articles) {
            Articles.in(NEWSROOM, "ArticlesTable").publish(article.article());
        }
    }

    /// Publishes `count` articles, `bai-1` the newest, a minute between each and the next.
    void publish(int count) {
        for (var i = 1; i <= count; i++) {
            publish(SampleArticle.of("bai-" + i).publishedAt(NOW.minus(Duration.ofMinutes(i))));
        }
    }

    /// A reader's comment, sent and approved as in the newspaper.
    CommentId comment(String article, Instant at, String name, String title, String content) {
        var id = waitingComment(article, at, name, title, content);
        decide(id, new Decision.Approve());
        return id;
    }

    /// Has the newsroom decide about a comment, whatever it has decided before.
    void decide(CommentId comment, Decision decision) {
        var tables = new DeskTables("ArticlesTable", "CommentsTable", "SendersTable", "DecisionLogTable", "DeskTable");
        var version = Piles.in(DYNAMO_DB.client(), tables)
                .find(comment)
                .orElseThrow()
                .standing()
                .version();
        assertThat(Moderation.in(DYNAMO_DB.client(), tables, Witness.inMemory(clock), clock)
                        .decide(new Seen(comment, version), decision, new Actor("s-lan", "Lan")))
                .isInstanceOf(Outcome.Decided.class);
    }

    /// Has the newsroom reply to a comment and pick it.
    void replyAndPick(CommentId comment, String reply) {
        for (var decision : List.of(new Decision.Reply(Note.typed(reply)), new Decision.Pick())) {
            decide(comment, decision);
        }
    }

    /// A reader's comment that no editor has seen yet.
    CommentId waitingComment(String article, Instant at, String name, String title, String content) {
        var slug = new Slug(article);
        var draft = new Draft(title, name, "lan@example.com", "0912 345 678", "ABCDE", content, "");
        var comment = draft.comment(CommentId.random(), slug, at);
        Comments.in(
                        NEWSROOM,
                        "CommentsTable",
                        "CaptchasTable",
                        KeyedHash.under(SealKeys.parse("{\"current\":\"1\",\"1\":\"" + "k".repeat(43) + "\"}")))
                .submit(comment, challenge(slug), Medium.PICTURE);
        return comment.id();
    }

    private static Challenge challenge(Slug article) {
        return CHALLENGES.issue(FormId.under(article), Strength.STROKES).challenge();
    }

    /// So many approved comments, put straight into the table, 25 a call: `Ý kiến 1` is the newest.
    void comments(String article, int count) {
        var writes = new ArrayList<WriteRequest>();
        for (var i = 1; i <= count; i++) {
            var text = AttributeValue.fromS("Ý kiến " + i);
            var shown = AttributeValue.fromM(Map.of("name", AttributeValue.fromS("Lan"), "content", text));
            var item = Map.of(
                    "id", AttributeValue.fromS("%032x".formatted(i)),
                    "article", AttributeValue.fromS(article),
                    "shownAt", AttributeValue.fromS(Timestamp.format(NOW.minusSeconds(i))),
                    "shown", shown);
            writes.add(WriteRequest.builder()
                    .putRequest(PutRequest.builder().item(item).build())
                    .build());
        }
        for (var from = 0; from < count; from += 25) {
            List<WriteRequest> some = writes.subList(from, Math.min(from + 25, count));
            DYNAMO_DB.client().batchWriteItem(b -> b.requestItems(Map.of("CommentsTable", some)));
        }
    }

    HttpResponse send(HttpRequest request) {
        return api.send(request);
    }

    HttpResponse get(String target) {
        return send(HttpRequest.get(target));
    }

    /// The page that a browser shows.
    Document page(String target) {
        return page(get(target), 200);
    }

    static Document page(HttpResponse response, int status) {
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.header("content-type")).hasValue("text/html; charset=utf-8");
        return Jsoup.parse(response.text(), "https://bao.example/");
    }

    /// What a program gets, whatever its status.
    Map<?, ?> json(String target) {
        return (Map<?, ?>) send(HttpRequest.get(target).header("Accept", "application/json"))
                .json();
    }

    /// That member of each object of the list that `json` has.
    static List<Object> members(Map<?, ?> json, String list, String member) {
        var values = new ArrayList<Object>();
        for (var object : (List<?>) Objects.requireNonNull(json.get(list))) {
            values.add(Objects.requireNonNull(((Map<?, ?>) Objects.requireNonNull(object)).get(member)));
        }
        return values;
    }
}
