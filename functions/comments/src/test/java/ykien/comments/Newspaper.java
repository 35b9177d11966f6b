package ykien.comments;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import ykien.article.Article;
import ykien.article.Articles;
import ykien.article.Card;
import ykien.article.Html;
import ykien.article.Slug;
import ykien.challenge.Challenges;
import ykien.challenge.FormId;
import ykien.challenge.SealKeys;
import ykien.challenge.Seals;
import ykien.challenge.Strength;
import ykien.challenge.Work;
import ykien.cloud.HttpApi;
import ykien.cloud.HttpRequest;
import ykien.cloud.HttpResponse;
import ykien.cloud.LocalDynamoDb;
import ykien.cloud.StandingClock;
import ykien.cloud.Template;
import ykien.comment.CommentId;
import ykien.comment.DeskKeys;
import ykien.limit.Counters;
import ykien.metric.Meter;
import ykien.settings.Environment;

/// The newspaper with one open article, as the comments function serves it: template.yaml's routes, environment and
/// tables, DynamoDB Local, and a clock that stands still. Each test gets its own, with empty tables.
final class Newspaper {
    static final Slug ARTICLE = new Slug("duong-hoa-xom-dinh");
    static final Slug OTHER_ARTICLE = new Slug("phien-cho-cuoi-tuan");
    static final Slug CLOSED_ARTICLE = new Slug("bai-da-dong");

    private static final String KEYS = "{\"current\":\"1\",\"1\":\"" + "k".repeat(64) + "\"}";
    /// Longer than in the cloud: a busy machine that is slow is no fault that a test is about.
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private final Map<String, String> variables;
    private final Template template;
    private final LocalDynamoDb dynamoDb;
    private final StandingClock clock = new StandingClock(Instant.parse("2026-11-23T02:14:00.500Z"));
    private final Seals seals = new Seals(SealKeys.parse(KEYS));
    private final Challenges challenges = new Challenges(seals, clock);
    private final TableOperations operations = new TableOperations();
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final HttpApi api;

    private Newspaper(Template template, LocalDynamoDb dynamoDb) {
        this(template, dynamoDb, Map.of());
    }

    private Newspaper(Template template, LocalDynamoDb dynamoDb, Map<String, String> variables) {
        this.variables = variables;
        this.template = template;
        this.dynamoDb = dynamoDb;
        this.api = api(dynamoDb.endpoint(), 3, PATIENCE);
        dynamoDb.clear();
        publish(ARTICLE, true);
        publish(OTHER_ARTICLE, true);
        publish(CLOSED_ARTICLE, false);
    }

    /// Another newspaper with other variables in the function's environment, and empty tables.
    Newspaper with(Map<String, String> variables) {
        return new Newspaper(template, dynamoDb, variables);
    }

    /// Puts a comment under an article that readers see, as the newsroom leaves it.
    CommentId approvedComment(Slug article) {
        return comment(article, "approved");
    }

    /// Puts a comment under the article whose state is this.
    CommentId comment(Slug article, String state) {
        var id = CommentId.random();
        var item = Map.of(
                "id", AttributeValue.fromS(id.value()),
                "article", AttributeValue.fromS(article.value()),
                "state", AttributeValue.fromS(state),
                "submittedAt", AttributeValue.fromS("2026-11-22T08:00:00.000Z"),
                "pile", AttributeValue.fromS(DeskKeys.pile(state, id)),
                "desk", AttributeValue.fromS(DeskKeys.underArticle(article, state)),
                "name", AttributeValue.fromS("Trần Văn Ba"),
                "email", AttributeValue.fromS("ba.tran@vidu.vn"),
                "content", AttributeValue.fromS("Tôi không đồng ý."));
        dynamoDb.client().putItem(r -> r.tableName("CommentsTable").item(item));
        return id;
    }

    /// A reader's browser that reports a comment with these fields.
    static HttpRequest report(CommentId comment, Typed typed) {
        return report(ARTICLE, comment, typed);
    }

    static HttpRequest report(Slug article, CommentId comment, Typed typed) {
        return HttpRequest.post("/articles/" + article + "/comments/" + comment + "/reports")
                .header("Accept", BROWSER)
                .header("Origin", origin())
                .header("Sec-Fetch-Site", "same-origin")
                .form(typed.fields());
    }

    /// The same with the cookie that the picture came with.
    static HttpRequest report(CommentId comment, Typed typed, Challenges.Issued issued) {
        return report(comment, typed).cookie("captcha", issued.seal());
    }

    /// A program that sends the same as JSON.
    static HttpRequest jsonReport(CommentId comment, Typed typed) {
        return HttpRequest.post("/articles/" + ARTICLE + "/comments/" + comment + "/reports")
                .header("Accept", "application/json")
                .json(typed.json());
    }

    /// Every report.
    List<Item> reports() {
        return items("ReportsTable");
    }

    /// The site's own origin.
    static String origin() {
        return "https://a1b2c3d4e5.execute-api.ap-southeast-1.amazonaws.com";
    }

    /// The same newspaper, where nobody answers for DynamoDB.
    HttpApi withoutTables() {
        return api(URI.create("http://localhost:1"), 1, PATIENCE);
    }

    /// The same newspaper, with the way to DynamoDB that is there, and this long for a count.
    HttpApi behind(URI endpoint, Duration patience) {
        return api(endpoint, 3, patience);
    }

    /// Where DynamoDB is.
    URI endpoint() {
        return dynamoDb.endpoint();
    }

    /// A reader's browser that sends the form under the article.
    static HttpRequest form(Typed typed) {
        return form(ARTICLE, typed);
    }

    static HttpRequest form(Slug article, Typed typed) {
        return browser(article).form(typed.fields());
    }

    /// The same with the cookie that the picture came with.
    static HttpRequest form(Typed typed, Challenges.Issued issued) {
        return form(typed).cookie("captcha", issued.seal());
    }

    /// A browser's request whose body is still to be given.
    static HttpRequest browser(Slug article) {
        return HttpRequest.post("/articles/" + article + "/comments")
                .header("Accept", BROWSER)
                .header("Origin", origin())
                .header("Sec-Fetch-Site", "same-origin");
    }

    /// A program that sends the same as JSON.
    static HttpRequest json(Typed typed) {
        return program().json(typed.json());
    }

    /// A program's request whose body is still to be given.
    static HttpRequest program() {
        return HttpRequest.post("/articles/" + ARTICLE + "/comments").header("Accept", "application/json");
    }

    HttpResponse send(HttpRequest request) {
        return api.send(request);
    }

    /// A challenge for the article's form, and time enough to type.
    Challenges.Issued challenge() {
        return challenge(ARTICLE);
    }

    Challenges.Issued challenge(Slug article) {
        var issued = freshChallenge(article);
        clock.advance(Duration.ofSeconds(30));
        return issued;
    }

    /// The same with a picture of this strength.
    Challenges.Issued challenge(Strength strength) {
        var issued = freshChallenge(strength);
        clock.advance(Duration.ofSeconds(30));
        return issued;
    }

    /// A challenge issued this very moment.
    Challenges.Issued freshChallenge(Slug article) {
        return challenges.issue(FormId.under(article), Strength.STROKES);
    }

    Challenges.Issued freshChallenge(Strength strength) {
        return challenges.issue(FormId.under(ARTICLE), strength);
    }

    /// A challenge of times of attack: the harder picture, and work.
    Challenges.Issued challengeUnderAttack() {
        var issued = challenges.issue(FormId.under(ARTICLE), Strength.FULL, true);
        clock.advance(Duration.ofSeconds(30));
        return issued;
    }

    /// The work that the captcha function hands out for this challenge.
    Work work(Challenges.Issued issued) {
        return seals.work(issued.seal());
    }

    /// What the captcha function gives for this challenge once it was answered with work.
    String receipt(Challenges.Issued issued) {
        return seals.seal(issued.challenge().receipt(), FormId.under(ARTICLE).withWork());
    }

    /// What the picture of this token shows: a reader reads it there.
    String answerOf(String token) {
        return seals.open(token, FormId.under(ARTICLE)).orElseThrow().answer().symbols();
    }

    /// How hard the picture of this token is.
    Strength strengthOf(String token) {
        return seals.open(token, FormId.under(ARTICLE)).orElseThrow().strength();
    }

    /// Whether the challenge of this token asks for work.
    boolean asksForWork(String token) {
        return seals.open(token, FormId.under(ARTICLE)).orElseThrow().asksForWork();
    }

    StandingClock clock() {
        return clock;
    }

    TableOperations operations() {
        return operations;
    }

    DynamoDbClient tables() {
        return dynamoDb.client();
    }

    /// The only comment there is.
    Item onlyComment() {
        var all = comments();
        if (all.size() != 1) {
            throw new AssertionError("there are " + all.size() + " comments, not 1");
        }
        return all.getFirst();
    }

    /// Every item of the table of comments.
    List<Item> comments() {
        return items("CommentsTable");
    }

    /// Every outcome of a challenge.
    List<Item> outcomes() {
        return items("CaptchasTable").stream()
                .filter(item -> !item.text("id").startsWith("text:"))
                .toList();
    }

    /// Every text that is not taken twice.
    List<Item> texts() {
        return items("CaptchasTable").stream()
                .filter(item -> item.text("id").startsWith("text:"))
                .toList();
    }

    /// Every count.
    List<Item> counts() {
        return items("LimitsTable");
    }

    /// The lines that the functions have logged.
    List<String> log() {
        return log.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private List<Item> items(String table) {
        return dynamoDb.client().scanPaginator(r -> r.tableName(table).consistentRead(true)).items().stream()
                .map(Item::of)
                .toList();
    }

    private void publish(Slug slug, boolean open) {
        var card = new Card(
                slug,
                "Đường hoa <xóm> Đình & \"những\" người trồng",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Instant.parse("2026-11-22T02:00:00Z"),
                0);
        Articles.in(enhanced(dynamoDb.client()), "ArticlesTable")
                .publish(new Article(card, Optional.empty(), new Html("<p>Hoa.</p>"), Optional.empty(), open));
    }

    private HttpApi api(URI endpoint, int attempts, Duration patience) {
        var environment = new HashMap<>(template.function("CommentsFunction").environment());
        environment.put("CAPTCHA_KEYS", KEYS);
        environment.putAll(variables);
        var client = DynamoDbClient.builder()
                .endpointOverride(endpoint)
                .region(Region.AP_SOUTHEAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(
                        o -> o.addExecutionInterceptor(operations).retryStrategy(r -> r.maxAttempts(attempts)))
                .build();
        var settings = CommentsSettings.from(new Environment(environment));
        var counters = Counters.in(client, settings.limitsTable(), patience);
        var function =
                logging(() -> new CommentsFunction(settings, enhanced(client), counters, clock, new Meter("comments")));
        return HttpApi.of(template)
                .with("CommentsFunction", (event, answer) -> function.handleRequest(event, answer, NO_CONTEXT));
    }

    /// A function logs to what is the standard output when it is made.
    private CommentsFunction logging(Supplier<CommentsFunction> making) {
        var out = System.out;
        System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            return making.get();
        } finally {
            System.setOut(out);
        }
    }

    private static DynamoDbEnhancedClient enhanced(DynamoDbClient client) {
        return DynamoDbEnhancedClient.builder().dynamoDbClient(client).build();
    }

    private static final Context NO_CONTEXT = (Context)
            Proxy.newProxyInstance(Context.class.getClassLoader(), new Class<?>[] {Context.class}, (_, m, _) -> {
                throw new UnsupportedOperationException("the function asked Lambda for " + m.getName());
            });

    /// Gives each test class that asks for it a newspaper; DynamoDB Local is started once for all.
    static final class Opening implements ParameterResolver {
        private record Cloud(Template template, LocalDynamoDb dynamoDb) implements AutoCloseable {
            static Cloud start() {
                var template = Template.read(Path.of(System.getProperty("ykien.root", "../.."), "template.yaml"));
                return new Cloud(template, LocalDynamoDb.start(template));
            }

            @Override
            public void close() {
                dynamoDb.close();
            }
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType().equals(Newspaper.class);
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            var cloud = context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(Newspaper.class))
                    .getOrComputeIfAbsent(Cloud.class, _ -> Cloud.start(), Cloud.class);
            return new Newspaper(cloud.template(), cloud.dynamoDb());
        }
    }
}
