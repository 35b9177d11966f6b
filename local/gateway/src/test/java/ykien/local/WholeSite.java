package ykien.local;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
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
import ykien.article.Category;
import ykien.article.Html;
import ykien.article.Photo;
import ykien.article.PhotoName;
import ykien.article.Slug;
import ykien.articles.Photos;
import ykien.challenge.Challenge;
import ykien.challenge.FormId;
import ykien.challenge.KeyedHash;
import ykien.challenge.Medium;
import ykien.challenge.SealKeys;
import ykien.challenge.Seals;
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
import ykien.metric.Meter;
import ykien.moderation.Decision;
import ykien.moderation.DeskTables;
import ykien.moderation.Moderation;
import ykien.moderation.Note;
import ykien.moderation.Outcome;
import ykien.moderation.QueueAge;
import ykien.moderation.Seen;

/// All functions behind template.yaml's routes, empty tables, photos in a bucket, and a clock that stands still
/// until a test moves it.
final class WholeSite {
    static final Instant START = Instant.parse("2026-11-23T03:00:00Z");
    static final Path ROOT = Path.of(System.getProperty("ykien.root"));
    static final Template TEMPLATE = Template.read(ROOT.resolve("template.yaml"));

    static final String KEYS = "{\"current\":\"1\",\"1\":\"" + "k".repeat(43) + "\"}";
    private static final URI ADDRESS = URI.create("https://a1b2c3d4e5.execute-api.ap-southeast-1.amazonaws.com");
    static final SamplePeople PEOPLE = people();
    private static final Witness WITNESS = Witness.inMemory(Clock.systemUTC());
    private static final LocalDynamoDb DYNAMO_DB = LocalDynamoDb.start(TEMPLATE);
    private static final DynamoDbEnhancedClient NEWSROOM =
            DynamoDbEnhancedClient.builder().dynamoDbClient(DYNAMO_DB.client()).build();

    private static final DeskTables DESK_TABLES =
            new DeskTables("ArticlesTable", "CommentsTable", "SendersTable", "DecisionLogTable", "DeskTable");
    private static final Actor LAN = new Actor("s-lan", "Lan");

    final AskedOfDynamoDb asked = new AskedOfDynamoDb();
    final HttpApi api;
    private final Seals seals = new Seals(SealKeys.parse(KEYS));
    private final StandingClock clock = new StandingClock(START);
    private final DynamoDbClient dynamoDb = functionsDynamoDb();

    WholeSite() {
        DYNAMO_DB.clear();
        api = over(dynamoDb, clock);
    }

    /// The functions with other tables behind them.
    static HttpApi over(DynamoDbClient dynamoDb, Clock clock) {
        return over(dynamoDb, clock, KEYS);
    }

    /// The functions, each with a client of its own, on the clock of this site.
    HttpApi over(Function<Meter, DynamoDbClient> clients) {
        return functions(KEYS).behind(ADDRESS, clients, bucket(clock), clock);
    }

    /// The functions where nobody can be asked who the newspaper's people are.
    HttpApi withoutProvider() {
        var functions = new Functions(
                TEMPLATE,
                KEYS,
                KEYS,
                () -> {
                    throw new UncheckedIOException(new IOException("the provider is away"));
                },
                WITNESS);
        return functions.behind(ADDRESS, dynamoDb, bucket(clock), clock);
    }

    /// Where DynamoDB is, for a client of a test's own.
    static URI dynamoDbEndpoint() {
        return DYNAMO_DB.endpoint();
    }

    /// The functions with these captcha keys, on the tables and the clock of this site.
    HttpApi under(String captchaKeys) {
        return over(dynamoDb, clock, captchaKeys);
    }

    /// The functions where a CDN is the only way to them.
    HttpApi behindTheEdge() {
        return over(Template.read(ROOT.resolve("template.yaml"), Map.of("EdgeOnly", "yes")), dynamoDb, clock, KEYS);
    }

    /// The functions as this template describes them, on the tables and the clock of this site.
    HttpApi of(Template template) {
        return over(template, dynamoDb, clock, KEYS);
    }

    /// The time that it is on this site.
    InstantSource clock() {
        return clock;
    }

    private static HttpApi over(DynamoDbClient dynamoDb, Clock clock, String captchaKeys) {
        return over(TEMPLATE, dynamoDb, clock, captchaKeys);
    }

    private static HttpApi over(Template template, DynamoDbClient dynamoDb, Clock clock, String captchaKeys) {
        return functions(template, captchaKeys).behind(ADDRESS, dynamoDb, bucket(clock), clock);
    }

    /// The environment that the function is made with.
    static Map<String, String> environment(String function) {
        return functions(KEYS).environment(function).variables();
    }

    /// Where the tables are.
    static URI tables() {
        return DYNAMO_DB.endpoint();
    }

    /// The template's functions, with the sample people in the newsroom.
    static Functions functions(String captchaKeys) {
        return functions(TEMPLATE, captchaKeys);
    }

    private static Functions functions(Template template, String captchaKeys) {
        return new Functions(template, captchaKeys, KEYS, PEOPLE::settings, WITNESS);
    }

    private static SamplePeople people() {
        try {
            return SamplePeopleServer.before(ADDRESS).people();
        } catch (StartFailure e) {
            throw new IllegalStateException(e);
        }
    }

    private DynamoDbClient functionsDynamoDb() {
        return DynamoDbClient.builder()
                .endpointOverride(DYNAMO_DB.endpoint())
                .region(Region.AP_SOUTHEAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(o -> o.addExecutionInterceptor(asked))
                .build();
    }

    /// As Lambda has it, region and credentials come from the process.
    private static Photos bucket(Clock clock) {
        System.setProperty("aws.region", "ap-southeast-1");
        System.setProperty("aws.accessKeyId", "AKIAEXAMPLE");
        System.setProperty("aws.secretAccessKey", "secret");
        return Photos.in(Objects.requireNonNull(environment("ArticlesFunction").get("PHOTOS_BUCKET")), clock);
    }

    /// As if so many answers had come from all over the place that all readers are asked for work: from now on, for
    /// whoever has no younger copy of the counts.
    void attack() {
        DYNAMO_DB
                .client()
                .putItem(r -> r.tableName("LimitsTable")
                        .item(Map.of(
                                "id",
                                        AttributeValue.fromS(
                                                "site:0#" + clock.instant().getEpochSecond() / 600),
                                "n", AttributeValue.fromN("4001"))));
    }

    /// As if every source and e-mail address that was counted so far had sent so much.
    void flood(int times) {
        var limits = DYNAMO_DB.client();
        var items = limits.scan(r -> r.tableName("LimitsTable").consistentRead(true))
                .items();
        items.stream().filter(item -> !id(item).startsWith("site:")).forEach(item -> {
            var full = new LinkedHashMap<>(item);
            full.replaceAll((name, value) -> name.equals("expiresAt") || value.n() == null
                    ? value
                    : AttributeValue.fromN(Integer.toString(times)));
            limits.putItem(r -> r.tableName("LimitsTable").item(full));
        });
    }

    private static String id(Map<String, AttributeValue> item) {
        return Objects.requireNonNull(item.get("id")).s();
    }

    /// What the queue watch asks.
    QueueAge queue() {
        return QueueAge.in(dynamoDb, "CommentsTable");
    }

    /// A browser in the newsroom, with nobody signed in yet.
    NewsroomBrowser newsroom() {
        return new NewsroomBrowser(api, PEOPLE);
    }

    void wait(Duration time) {
        clock.advance(time);
    }

    HttpResponse send(HttpRequest request) {
        return api.send(request);
    }

    /// What that function makes of that very event.
    byte[] handle(String function, byte[] event) throws IOException {
        var functions = functions(KEYS);
        var meter = new Meter(function);
        var handler = switch (function) {
            case "ArticlesFunction" -> functions.articles(dynamoDb, bucket(clock), clock, meter);
            case "CommentsFunction" -> functions.comments(dynamoDb, clock, meter);
            case "CaptchaFunction" -> functions.captcha(dynamoDb, clock, meter);
            case "NewsroomFunction" -> functions.newsroom(dynamoDb, clock, meter);
            default -> throw new IllegalArgumentException("no function is called " + function);
        };
        var answer = new ByteArrayOutputStream();
        handler.handleRequest(new ByteArrayInputStream(event), answer, LambdaContext.of(TEMPLATE.function(function)));
        return answer.toByteArray();
    }

    /// As a program: with JSON as the only type that it accepts.
    HttpResponse ask(HttpRequest request) {
        return send(request.header("Accept", "application/json"));
    }

    /// Publishes an article that has all that an article can have.
    void publish(String slug, boolean open) {
        var card = new Card(
                new Slug(slug),
                "Bài " + slug,
                Optional.of("Sapo."),
                Optional.of(new Category(new Slug("doi-song"), "Đời sống")),
                Optional.of(new Photo(
                        new PhotoName(slug + ".0123456789abcdef.jpg"), 900, 600, "Ảnh", Optional.of("Chú thích"))),
                START,
                0);
        publish(new Article(card, Optional.of("Lê Na"), new Html("<p>Bài.</p>"), Optional.of("Theo Báo Mẫu"), open));
    }

    /// Publishes an article that has only what it must have.
    void publishBare(String slug) {
        var card = new Card(new Slug(slug), slug, Optional.empty(), Optional.empty(), Optional.empty(), START, 0);
        publish(new Article(card, Optional.empty(), new Html("<p>Bài.</p>"), Optional.empty(), true));
    }

    void publish(Article article) {
        articles().publish(article);
    }

    Articles articles() {
        return Articles.in(NEWSROOM, "ArticlesTable");
    }

    /// Puts an approved comment under an article.
    CommentId comment(String article, String title) {
        var comment = waitingComment(article, title);
        decide(new Seen(comment, 0), new Decision.Approve());
        return comment;
    }

    /// Has the newsroom reply to an approved comment, and pick it.
    void replyAndPick(CommentId comment) {
        decide(new Seen(comment, 1), new Decision.Reply(Note.typed("Cảm ơn bạn.")));
        decide(new Seen(comment, 2), new Decision.Pick());
    }

    private void decide(Seen seen, Decision decision) {
        var outcome = Moderation.in(DYNAMO_DB.client(), DESK_TABLES, Witness.inMemory(clock), clock)
                .decide(seen, decision, LAN);
        if (!(outcome instanceof Outcome.Decided)) {
            throw new AssertionError("not decided: " + outcome);
        }
    }

    /// What a program sends to report a comment under that article: complete and right, under a new challenge that is
    /// old enough.
    Map<String, String> report(String article) {
        var fields = comment(article);
        fields.keySet().retainAll(List.of("token", "answer"));
        fields.put("reason", "insult");
        fields.put("words", "Chê bai.");
        return fields;
    }

    /// Puts a comment under an article that nobody has decided about.
    CommentId waitingComment(String article, String title) {
        var slug = new Slug(article);
        var draft = new Draft(title, "Lan", "lan@example.com", "", "ABCDE", "Hay: " + title, "");
        var comment = draft.comment(CommentId.random(), slug, clock.instant());
        Comments.in(NEWSROOM, "CommentsTable", "CaptchasTable", KeyedHash.under(SealKeys.parse(KEYS)))
                .submit(comment, challenge(article), Medium.PICTURE);
        return comment.id();
    }

    /// A new challenge's token.
    String token(String article) {
        var issued = ask(HttpRequest.post("/captcha").json("{\"article\":\"" + article + "\"}"));
        return String.valueOf(((Map<?, ?>) issued.json()).get("token"));
    }

    /// What the back end of another form asks about the right answer to a new challenge that is old enough.
    HttpRequest question(String form) {
        var token = tokenOf(form);
        var answer = seals.open(token, FormId.named(form).orElseThrow())
                .orElseThrow()
                .answer()
                .symbols();
        return question(form, token, answer);
    }

    /// The same about this answer.
    HttpRequest question(String form, String answer) {
        return question(form, tokenOf(form), answer);
    }

    private String tokenOf(String form) {
        var issued = ask(HttpRequest.post("/captcha").json("{\"form\":\"" + form + "\"}"));
        wait(Challenge.MINIMUM_AGE);
        return String.valueOf(((Map<?, ?>) issued.json()).get("token"));
    }

    private static HttpRequest question(String form, String token, String answer) {
        return signed(HttpRequest.post("/captcha/answers"))
                .json("{\"token\":\"" + token + "\",\"answer\":\"" + answer + "\",\"form\":\"" + form + "\"}");
    }

    /// With a signature, as AWS's own clients put it; nobody on this machine checks it.
    static HttpRequest signed(HttpRequest request) {
        return request.header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE/20261123/ap-southeast-1/execute-api/aws4_request, "
                        + "SignedHeaders=host;x-amz-date, Signature=0");
    }

    /// What the picture of that token shows.
    String answer(String article, String token) {
        return seals.open(token, FormId.under(new Slug(article)))
                .orElseThrow()
                .answer()
                .symbols();
    }

    private Challenge challenge(String article) {
        return seals.open(token(article), FormId.under(new Slug(article))).orElseThrow();
    }

    /// What a program sends to comment on that article: complete and right, under a new challenge that is old
    /// enough.
    Map<String, String> comment(String article) {
        var token = token(article);
        wait(Challenge.MINIMUM_AGE);
        var fields = new LinkedHashMap<String, String>();
        fields.put("title", "Góp ý");
        fields.put("name", "Lan");
        fields.put("email", "lan@example.com");
        fields.put("phone", "0912 345 678");
        fields.put("content", "Bài hay.");
        fields.put("token", token);
        fields.put("answer", answer(article, token));
        return fields;
    }
}
