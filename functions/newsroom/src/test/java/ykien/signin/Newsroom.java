package ykien.signin;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import ykien.cloud.HttpApi;
import ykien.cloud.LocalDynamoDb;
import ykien.cloud.StandingClock;
import ykien.cloud.Template;
import ykien.decisionlog.Witness;
import ykien.metric.Meter;
import ykien.newsroom.NewsroomFunction;
import ykien.newsroom.NewsroomSettings;
import ykien.settings.Environment;

/// The newsroom as its function serves it: template.yaml's routes, environment and tables, DynamoDB Local, an identity
/// provider of its own, and a clock that stands still. Each test gets its own, with empty tables.
final class Newsroom implements AutoCloseable {
    static final String KEYS = "{\"current\":\"1\",\"1\":\"" + "n".repeat(64) + "\"}";

    private static final Template TEMPLATE =
            Template.read(Path.of(System.getProperty("ykien.root", "../.."), "template.yaml"));
    private static final LocalDynamoDb DYNAMO_DB = LocalDynamoDb.start(TEMPLATE);

    final TestIssuer issuer = new TestIssuer();
    /// It begins now: tokens are issued, and checked, by this machine's own.
    final StandingClock clock = new StandingClock(Instant.now());
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    Newsroom() {
        DYNAMO_DB.clear();
    }

    /// Somebody's browser, at the newsroom's address.
    Browser browser() {
        return new Browser(under(KEYS), issuer);
    }

    /// The newsroom with these keys.
    HttpApi under(String keys) {
        return api(keys, issuer::settings);
    }

    /// The newsroom with other settings of the sign-in.
    HttpApi api(Supplier<OidcSettings> signIn) {
        return api(KEYS, signIn);
    }

    private HttpApi api(String keys, Supplier<OidcSettings> signIn) {
        var environment = new HashMap<>(TEMPLATE.function("NewsroomFunction").environment());
        environment.put("NEWSROOM_KEYS", keys);
        var client = DynamoDbClient.builder()
                .endpointOverride(DYNAMO_DB.endpoint())
                .region(Region.AP_SOUTHEAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(o -> o.addExecutionInterceptor(new Asked()))
                .build();
        var settings = NewsroomSettings.from(new Environment(environment));
        var function = logging(() ->
                new NewsroomFunction(settings, client, Witness.inMemory(clock), signIn, clock, new Meter("newsroom")));
        return HttpApi.of(TEMPLATE).with("NewsroomFunction", (event, answer) -> {
            var out = System.out;
            System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));
            try {
                function.handleRequest(event, answer, NO_CONTEXT);
            } finally {
                System.setOut(out);
            }
        });
    }

    /// A function logs to what is the standard output when it is made.
    private NewsroomFunction logging(Supplier<NewsroomFunction> making) {
        var out = System.out;
        System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            return making.get();
        } finally {
            System.setOut(out);
        }
    }

    /// What is written in the function's log.
    String log() {
        return log.toString(StandardCharsets.UTF_8);
    }

    /// How many sessions are open.
    int openSessions() {
        return DYNAMO_DB.client().scan(r -> r.tableName("SessionsTable")).count();
    }

    /// Ends every session, as an operator does it.
    void closeAll() {
        DYNAMO_DB.clear();
    }

    /// What was asked of DynamoDB since the last [#forget].
    List<String> asked() {
        return List.copyOf(asked);
    }

    void forget() {
        asked.clear();
    }

    private final class Asked implements ExecutionInterceptor {
        @Override
        public void beforeExecution(
                software.amazon.awssdk.core.interceptor.Context.BeforeExecution context,
                ExecutionAttributes attributes) {
            asked.add(
                    context.request() instanceof GetItemRequest get
                            ? "GetItem " + get.tableName() + (get.consistentRead() ? ", consistent" : "")
                            : context.request().getClass().getSimpleName());
        }
    }

    private static final Context NO_CONTEXT = (Context)
            Proxy.newProxyInstance(Context.class.getClassLoader(), new Class<?>[] {Context.class}, (_, m, _) -> {
                throw new UnsupportedOperationException("the function asked Lambda for " + m.getName());
            });

    @Override
    public void close() {
        issuer.close();
    }
}
