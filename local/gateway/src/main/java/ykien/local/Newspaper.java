package ykien.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import ykien.article.Articles;
import ykien.article.PhotoName;
import ykien.articles.ArticlesSettings;
import ykien.challenge.KeyedHash;
import ykien.challenge.SealKeys;
import ykien.cloud.HttpRequest;
import ykien.cloud.HttpResponse;
import ykien.cloud.LocalDynamoDb;
import ykien.cloud.Template;
import ykien.comment.Comments;
import ykien.decisionlog.Witness;
import ykien.moderation.Moderation;
import ykien.moderation.Papers;
import ykien.moderation.Piles;
import ykien.newsroom.NewsroomSettings;
import ykien.settings.Environment;

/// The newspaper on this machine, from template.yaml and a folder of articles: DynamoDB Local, the functions, the
/// HTTP API before them, and the server before that.
public final class Newspaper implements AutoCloseable {
    private final Options options;
    private final Gateway gateway;
    private final LocalDynamoDb dynamoDb;
    private final SamplePeopleServer people;
    private final Publication publication;

    private Newspaper(
            Options options,
            Gateway gateway,
            LocalDynamoDb dynamoDb,
            SamplePeopleServer people,
            Publication publication) {
        this.options = options;
        this.gateway = gateway;
        this.dynamoDb = dynamoDb;
        this.people = people;
        this.publication = publication;
    }

    /// Starts it with the options in this process's system properties, and serves until the process is told to
    /// stop. What keeps it from starting is one line on stderr, and the exit code 1.
    public static void main(String[] arguments) {
        try {
            var root = Path.of(System.getProperty("ykien.root", ""));
            var newspaper = open(Options.from(System.getProperties()), root, Clock.systemUTC());
            Runtime.getRuntime().addShutdownHook(new Thread(newspaper::close, "stop"));
            if (Boolean.getBoolean("ykien.stopsWithParent")) {
                ProcessHandle.current().parent().ifPresent(Newspaper::stopWith);
            }
            newspaper.whatIsHere().forEach(System.out::println);
        } catch (StartFailure e) {
            fail(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            fail(e.toString());
        }
    }

    /// Whoever stops Maven, in whatever way, does not leave the newspaper behind.
    private static void stopWith(ProcessHandle parent) {
        Thread.ofPlatform().name("parent").daemon().start(() -> {
            parent.onExit().join();
            System.exit(0);
        });
    }

    private static void fail(String why) {
        System.err.println("The newspaper can't start: " + why.replaceAll("\\s*\\R\\s*", " "));
        System.exit(1);
    }

    /// Opens it: once this returns, it answers.
    ///
    /// @param root the folder of template.yaml
    /// @throws StartFailure if it can't be opened; nothing is left open then
    static Newspaper open(Options options, Path root, Clock clock) throws StartFailure {
        var gateway = Gateway.on(options.port());
        try {
            var template = template(root.resolve("template.yaml"), gateway.port());
            var settings = ArticlesSettings.from(
                    new Environment(template.function("ArticlesFunction").environment()));
            var samples = root.resolve("local/samples");
            var publication = Publication.read(options.articles().orElse(samples), settings.timeZone());
            var dynamoDb = dynamoDb(options, template);
            try {
                var people = SamplePeopleServer.before(address(gateway));
                var newspaper = new Newspaper(options, gateway, dynamoDb, people, publication);
                try {
                    var functions = new Functions(
                            template, Keys.make(), Keys.make(), people.people()::settings, Witness.inMemory(clock));
                    newspaper.publish(functions, settings, samples, clock);
                    newspaper.serve(functions, clock);
                    return newspaper;
                } catch (StartFailure | RuntimeException e) {
                    people.close();
                    throw e;
                }
            } catch (StartFailure | RuntimeException e) {
                dynamoDb.close();
                throw e;
            }
        } catch (StartFailure | RuntimeException e) {
            gateway.close();
            throw e;
        }
    }

    private static Template template(Path file, int port) throws StartFailure {
        try {
            return Template.read(file, Map.of("SiteUrl", "http://localhost:" + port));
        } catch (RuntimeException e) {
            throw new StartFailure(file + ": " + e.getMessage(), e);
        }
    }

    private static LocalDynamoDb dynamoDb(Options options, Template template) throws StartFailure {
        try {
            var setting = LocalDynamoDb.inMemory();
            if (options.data().isPresent()) {
                setting = LocalDynamoDb.in(folder(options.data().get()));
            }
            if (options.dynamoDbPort().isPresent()) {
                setting = setting.on(options.dynamoDbPort().getAsInt());
            }
            return setting.start(template);
        } catch (IOException e) {
            throw new StartFailure(String.valueOf(e.getMessage()), e);
        }
    }

    private static Path folder(Path data) throws StartFailure {
        try {
            return Files.createDirectories(data);
        } catch (IOException e) {
            throw new StartFailure("-Dykien.data=" + data + ": this is no folder, and none can be made there", e);
        }
    }

    private void publish(Functions functions, ArticlesSettings settings, Path samples, Clock clock)
            throws StartFailure {
        publication.into(Articles.in(client(), settings.articlesTable()));
        var tables =
                NewsroomSettings.from(functions.environment("NewsroomFunction")).desk();
        SamplePhrases.into(Papers.in(dynamoDb.client(), tables, functions.witness(), clock));
        if (publication.folder().equals(samples)) {
            var environment = functions.environment("CommentsFunction").variables();
            SampleComments.read(samples.resolve("comments.json"))
                    .into(
                            Comments.in(
                                    client(),
                                    settings.commentsTable(),
                                    environment.getOrDefault("CAPTCHAS_TABLE", "CaptchasTable"),
                                    KeyedHash.under(SealKeys.parse(Keys.make()))),
                            Piles.in(dynamoDb.client(), tables),
                            Moderation.in(dynamoDb.client(), tables, functions.witness(), clock));
        }
    }

    private void serve(Functions functions, Clock clock) throws StartFailure {
        Function<HttpRequest, HttpResponse> site =
                functions.behind(address(), dynamoDb.client(), new FolderPhotos(photos()), clock)::send;
        gateway.serve(options.captchaOpen() ? new OpenCaptcha(site, functions.captchaKeys()) : site);
    }

    private Map<PhotoName, Path> photos() throws StartFailure {
        return options.data().isPresent()
                ? new KeptPhotos(options.data().get().resolve("photos")).with(publication.photos())
                : publication.photos();
    }

    private DynamoDbEnhancedClient client() {
        return DynamoDbEnhancedClient.builder()
                .dynamoDbClient(dynamoDb.client())
                .build();
    }

    /// Where it is.
    URI address() {
        return address(gateway);
    }

    private static URI address(Gateway gateway) {
        return URI.create("http://localhost:" + gateway.port());
    }

    /// Where DynamoDB is.
    URI dynamoDbEndpoint() {
        return dynamoDb.endpoint();
    }

    /// The lines that say what can be seen, and where.
    List<String> whatIsHere() {
        var lines = new ArrayList<String>();
        lines.add("The newspaper is at " + address() + "/");
        publication
                .newest(Clock.systemUTC().instant())
                .ifPresentOrElse(
                        article -> {
                            var url = address() + article.card().path();
                            lines.add("  an article    " + url);
                            lines.add("  as JSON       curl -H 'Accept: application/json' " + url);
                        },
                        () -> lines.add(
                                "  no article    " + publication.folder() + " holds none that is published by now"));
        lines.add("  the newsroom  " + address() + "/newsroom (sample people without passwords, known to "
                + people.people().settings().issuer() + ")");
        lines.add("  its API       " + address() + "/openapi.json");
        if (options.dynamoDbPort().isPresent()) {
            lines.add("  DynamoDB      " + dynamoDbEndpoint() + " (any credentials, any region)");
        }
        lines.add("  data          "
                + options.data()
                        .map(folder -> "kept in " + folder.toAbsolutePath())
                        .orElse("forgotten at the end; -Dykien.data=FOLDER keeps it"));
        if (options.captchaOpen()) {
            lines.add("  the captcha   is OPEN: every challenge comes with its answer, in X-Ykien-Captcha-Answer");
        }
        lines.add("Ctrl-C stops it.");
        return lines;
    }

    /// Stops it: requests that are under way come to an end first.
    @Override
    public void close() {
        gateway.close();
        people.close();
        dynamoDb.close();
    }
}
