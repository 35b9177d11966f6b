package ykien.local.browser;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import ykien.article.Article;
import ykien.article.Articles;
import ykien.article.Slug;
import ykien.challenge.Answer;
import ykien.challenge.Challenge;
import ykien.challenge.ChallengeId;
import ykien.challenge.KeyedHash;
import ykien.challenge.Medium;
import ykien.challenge.SealKeys;
import ykien.challenge.SpokenAnswer;
import ykien.challenge.Strength;
import ykien.comment.CommentId;
import ykien.comment.Comments;
import ykien.comment.Draft;
import ykien.comment.PublicComments;
import ykien.comment.ReceivedReports;
import ykien.comment.Report;
import ykien.decisionlog.Actor;
import ykien.decisionlog.Witness;
import ykien.moderation.Decision;
import ykien.moderation.DeskTables;
import ykien.moderation.Moderation;
import ykien.moderation.Note;
import ykien.moderation.Outcome;
import ykien.moderation.Seen;

/// The program that `mvn -Plocal` starts, as its own process on free ports, with its captcha open. What a reader can't
/// do, the newsroom does here: publish, look into the table, approve.
final class RunningNewspaper implements AutoCloseable {
    private static final String ARTICLES = "ArticlesTable";
    private static final String COMMENTS = "CommentsTable";
    private static final String SESSIONS = "SessionsTable";
    private static final SealKeys KEYS = SealKeys.parse("{\"current\":\"1\",\"1\":\"" + "k".repeat(43) + "\"}");
    private static final Pattern SITE = Pattern.compile("The newspaper is at (http://localhost:\\d+)/");
    private static final Pattern DYNAMO_DB = Pattern.compile("DynamoDB +(http://localhost:\\d+)");

    private final Process process;
    private final String site;
    private final DynamoDbClient dynamoDb;

    private RunningNewspaper(Process process, String site, DynamoDbClient dynamoDb) {
        this.process = process;
        this.site = site;
        this.dynamoDb = dynamoDb;
    }

    /// With the project's own samples.
    static RunningNewspaper withSamples() throws IOException {
        return start(List.of());
    }

    /// With the articles of this folder.
    static RunningNewspaper with(Path articles) throws IOException {
        return start(List.of("-Dykien.articles=" + articles));
    }

    private static RunningNewspaper start(List<String> more) throws IOException {
        var command = new ArrayList<String>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "--enable-native-access=ALL-UNNAMED",
                "-Dykien.root=" + root(),
                "-Dykien.port=0",
                "-Dykien.dynamodb.port=0",
                "-Dykien.captcha=open",
                "-Dykien.stopsWithParent=true"));
        command.addAll(more);
        command.addAll(List.of("-classpath", System.getProperty("java.class.path"), "ykien.local.Newspaper"));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        var said = new ArrayList<String>();
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            said.add(line);
            if (line.startsWith("Ctrl-C")) {
                Thread.ofVirtual().start(() -> output.lines().forEach(_ -> {})); // a full pipe would stop it
                var all = String.join("\n", said);
                return new RunningNewspaper(process, find(SITE, all), client(find(DYNAMO_DB, all)));
            }
        }
        throw new IllegalStateException("the newspaper did not start: " + String.join("\n", said));
    }

    /// The folder of template.yaml.
    static Path root() {
        return Path.of(System.getProperty("ykien.root"));
    }

    private static String find(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the newspaper did not say " + pattern + " but: " + text));
    }

    private static DynamoDbClient client(String endpoint) {
        return DynamoDbClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .endpointOverride(URI.create(endpoint))
                .region(Region.AP_SOUTHEAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .build();
    }

    /// The address of this path.
    String at(String path) {
        return site + path;
    }

    /// Publishes an article.
    void publish(Article article) {
        Articles.in(enhanced(), ARTICLES).publish(article);
    }

    /// Puts a comment into the queue, past the captcha. Nobody has ever sent another one from its e-mail address.
    CommentId waiting(String article, String name, String title, String content) {
        var id = CommentId.random();
        var draft = new Draft(title, name, id + "@vidu.vn", "0905 123 456", "ABCDE", content, "");
        var now = Instant.now();
        var challenge = new Challenge(
                new ChallengeId(Arrays.copyOf(id.value().getBytes(US_ASCII), ChallengeId.LENGTH)),
                now,
                Strength.STROKES,
                new Answer("ACDEF"),
                new SpokenAnswer("000000"));
        Comments.in(enhanced(), COMMENTS, "CaptchasTable", KeyedHash.under(KEYS))
                .submit(draft.comment(id, new Slug(article), now), challenge, Medium.PICTURE);
        return id;
    }

    /// Every comment with this text, approved or waiting.
    List<CommentId> commentsThatSay(String content) {
        return dynamoDb
                .scanPaginator(request -> request.tableName(COMMENTS)
                        .filterExpression("content = :content")
                        .expressionAttributeValues(Map.of(":content", AttributeValue.fromS(content))))
                .items()
                .stream()
                .map(item ->
                        new CommentId(Objects.requireNonNull(item.get("id")).s()))
                .toList();
    }

    /// By which of a challenge's answers a comment was let in, as the newsroom is told.
    String answeredBy(CommentId comment) {
        var item = dynamoDb.getItem(
                        request -> request.tableName(COMMENTS).key(Map.of("id", AttributeValue.fromS(comment.value()))))
                .item();
        return Objects.requireNonNull(item.get("answeredBy")).s();
    }

    /// Whether the work of times of attack was done for a comment, as the newsroom is told; empty in quiet times.
    Optional<String> work(CommentId comment) {
        var item = dynamoDb.getItem(
                        request -> request.tableName(COMMENTS).key(Map.of("id", AttributeValue.fromS(comment.value()))))
                .item();
        return Optional.ofNullable(item.get("work")).map(AttributeValue::s);
    }

    /// Has so many answers counted that every reader is asked for work: in this window of ten minutes and the next.
    void attack() {
        var window = Instant.now().getEpochSecond() / 600;
        for (var each : List.of(window, window + 1)) {
            dynamoDb.putItem(request -> request.tableName("LimitsTable")
                    .item(Map.of("id", AttributeValue.fromS("site:0#" + each), "n", AttributeValue.fromN("4001"))));
        }
    }

    /// Approves a comment, as an editor does.
    Outcome approve(CommentId comment) {
        return decide(new Seen(comment, 0), new Decision.Approve());
    }

    /// Has the newsroom reply to a comment that was approved and nothing else, and pick it.
    void replyAndPick(CommentId comment, String reply) {
        decide(new Seen(comment, 1), new Decision.Reply(Note.typed(reply)));
        decide(new Seen(comment, 2), new Decision.Pick());
    }

    private Outcome decide(Seen seen, Decision decision) {
        var tables = new DeskTables(ARTICLES, COMMENTS, "SendersTable", "DecisionLogTable", "DeskTable");
        var clock = InstantSource.system();
        return Moderation.in(dynamoDb, tables, Witness.inMemory(clock), clock)
                .decide(seen, decision, new Actor("s-lan", "Lan"));
    }

    /// The newest comment that readers see under an article.
    CommentId newestComment(Slug article) {
        return PublicComments.in(enhanced(), COMMENTS)
                .under(article, Optional.empty())
                .items()
                .getFirst()
                .id();
    }

    /// What readers have reported of a comment, newest first.
    List<Report> reportsOf(CommentId comment) {
        return ReceivedReports.in(enhanced(), "ReportsTable").of(comment, 10);
    }

    /// Ends every session of the newsroom, as if their time were up.
    void endAllSessions() {
        dynamoDb.scanPaginator(request -> request.tableName(SESSIONS))
                .items()
                .forEach(item -> dynamoDb.deleteItem(request ->
                        request.tableName(SESSIONS).key(Map.of("id", Objects.requireNonNull(item.get("id"))))));
    }

    /// Takes the articles' table away, so that whatever reads it fails.
    void loseTheArticles() {
        dynamoDb.deleteTable(request -> request.tableName(ARTICLES));
    }

    private DynamoDbEnhancedClient enhanced() {
        return DynamoDbEnhancedClient.builder().dynamoDbClient(dynamoDb).build();
    }

    @Override
    public void close() {
        dynamoDb.close();
        process.destroy();
        process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join().destroyForcibly();
    }
}
