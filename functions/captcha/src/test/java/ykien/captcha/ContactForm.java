package ykien.captcha;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import ykien.challenge.Challenge;
import ykien.challenge.FormId;
import ykien.challenge.Outcomes;
import ykien.challenge.SealKeys;
import ykien.challenge.Seals;
import ykien.challenge.Strength;
import ykien.cloud.HttpApi;
import ykien.cloud.HttpRequest;
import ykien.cloud.HttpResponse;
import ykien.cloud.LocalDynamoDb;
import ykien.cloud.StandingClock;
import ykien.cloud.Template;
import ykien.limit.Counters;
import ykien.limit.Demand;
import ykien.limit.Verdict;
import ykien.metric.Meter;
import ykien.settings.DynamoDbConnection;
import ykien.settings.Environment;

/// The back end of a form `contact` of the site, and the captcha function that it asks: template.yaml's routes,
/// environment and tables, DynamoDB Local, and a clock that stands still.
final class ContactForm {
    static final String KEYS = "{\"current\":\"1\",\"1\":\"" + "k".repeat(43) + "\"}";

    private static final Template TEMPLATE =
            Template.read(Path.of(System.getProperty("ykien.root", "../.."), "template.yaml"));
    private static final LocalDynamoDb DYNAMO_DB = LocalDynamoDb.start(TEMPLATE);
    private static final String SIGNATURE =
            "AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE/20261123/ap-southeast-1/execute-api/aws4_request, "
                    + "SignedHeaders=host;x-amz-date, Signature=0";

    private final Seals seals = new Seals(SealKeys.parse(KEYS));
    private final List<String> asked = new ArrayList<>();
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final StandingClock clock = new StandingClock(Instant.parse("2026-11-23T02:14:00.500Z"));
    private final HttpApi api = api(DYNAMO_DB.endpoint(), 3);
    private Strength strength = Strength.STROKES;

    ContactForm() {
        DYNAMO_DB.clear();
    }

    /// The token of a new challenge, and time enough to read it.
    String token() {
        var token = freshToken();
        wait(Duration.ofSeconds(30));
        return token;
    }

    /// The token of a challenge that was issued this very moment.
    String freshToken() {
        var issued = api.send(HttpRequest.post("/captcha").json("{\"form\":\"contact\"}"));
        return String.valueOf(((Map<?, ?>) issued.json()).get("token"));
    }

    /// What the token holds: a reader sees it in the picture and hears it in the sound.
    Challenge challenge(String token) {
        return seals.open(token, FormId.named("contact").orElseThrow()).orElseThrow();
    }

    /// What the picture of this token shows.
    String answer(String token) {
        return challenge(token).answer().symbols();
    }

    /// An answer that is not this token's.
    String wrong(String token) {
        return answer(token).equals("22222") ? "33333" : "22222";
    }

    HttpResponse validate(String token, String answer) {
        return validate(Map.of("token", token, "answer", answer, "form", "contact"));
    }

    /// With something that tells this attempt from another.
    HttpResponse validate(String token, String answer, String content) {
        return validate(Map.of("token", token, "answer", answer, "form", "contact", "content", content));
    }

    HttpResponse validate(Map<String, String> members) {
        return send(question().json(json(members)));
    }

    /// The same, where nobody answers for DynamoDB.
    HttpResponse validateWithoutTables(String token, String answer) {
        return api(URI.create("http://localhost:1"), 1)
                .send(question().json(json(Map.of("token", token, "answer", answer, "form", "contact"))));
    }

    /// A signed request whose body is still to be given.
    static HttpRequest question() {
        return unsignedQuestion().header("Authorization", SIGNATURE);
    }

    static HttpRequest unsignedQuestion() {
        return HttpRequest.post("/captcha/answers");
    }

    HttpResponse send(HttpRequest request) {
        return api.send(request);
    }

    /// From now on the pictures are so hard.
    void ask(Strength harder) {
        strength = harder;
    }

    /// As if the only source that was counted so far had sent so many answers.
    void flood(int answers) {
        var count = new HashMap<>(counts().getFirst());
        count.replaceAll((name, value) ->
                List.of("id", "expiresAt").contains(name) ? value : AttributeValue.fromN(Integer.toString(answers)));
        DYNAMO_DB.client().putItem(r -> r.tableName("LimitsTable").item(count));
    }

    /// What was counted of sources, and nothing of what was handed in for the site.
    List<Map<String, AttributeValue>> counts() {
        return DYNAMO_DB.client().scanPaginator(r -> r.tableName("LimitsTable").consistentRead(true)).items().stream()
                .filter(item -> id(item).startsWith("answers:"))
                .toList();
    }

    void wait(Duration time) {
        clock.advance(time);
    }

    /// Every outcome of a challenge: attributes as text.
    List<Map<String, String>> outcomes() {
        return DYNAMO_DB
                .client()
                .scanPaginator(r -> r.tableName("CaptchasTable").consistentRead(true))
                .items()
                .stream()
                .map(ContactForm::texts)
                .toList();
    }

    /// What was asked of DynamoDB since the last time, by the operations' own names.
    synchronized List<String> asked() {
        var names = List.copyOf(asked);
        asked.clear();
        return names;
    }

    /// The lines that the function has logged.
    String log() {
        return log.toString(StandardCharsets.UTF_8);
    }

    private static String id(Map<String, AttributeValue> item) {
        return Objects.requireNonNull(item.get("id")).s();
    }

    private static Map<String, String> texts(Map<String, AttributeValue> item) {
        var texts = new TreeMap<String, String>();
        item.forEach((name, value) -> texts.put(name, value.s() == null ? value.n() : value.s()));
        return texts;
    }

    private static String json(Map<String, String> members) {
        return members.entrySet().stream()
                .map(member -> "\"" + member.getKey() + "\":\"" + member.getValue() + "\"")
                .collect(Collectors.joining(",", "{", "}"));
    }

    private HttpApi api(URI endpoint, int attempts) {
        var environment = new HashMap<>(TEMPLATE.function("CaptchaFunction").environment());
        environment.put("CAPTCHA_KEYS", KEYS);
        var function = logging(CaptchaSettings.from(new Environment(environment)), client(endpoint, attempts), clock);
        return HttpApi.of(TEMPLATE)
                .with("CaptchaFunction", (event, answer) -> function.handleRequest(event, answer, NO_CONTEXT));
    }

    /// Longer than in the cloud: this machine may be busy.
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Verdict UNLIMITED = new Verdict(Demand.STROKES, Optional.empty());

    private CaptchaFunction logging(CaptchaSettings settings, DynamoDbClient dynamoDb, Clock clock) {
        var quotas = settings.quotas(Counters.in(dynamoDb, "LimitsTable", PATIENCE), clock);
        var out = System.out;
        System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8)); // a function logs to what it finds when made
        try {
            return new CaptchaFunction(
                    settings,
                    () -> Outcomes.in(DynamoDbConnection.over(dynamoDb), "CaptchasTable"),
                    (_, _) -> Demand.of(strength),
                    _ -> UNLIMITED,
                    quotas::answer,
                    clock,
                    new Meter("captcha"));
        } finally {
            System.setOut(out);
        }
    }

    private DynamoDbClient client(URI endpoint, int attempts) {
        return DynamoDbClient.builder()
                .endpointOverride(endpoint)
                .region(Region.AP_SOUTHEAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(o -> o.retryStrategy(r -> r.maxAttempts(attempts))
                        .addExecutionInterceptor(new ExecutionInterceptor() {
                            @Override
                            public void beforeTransmission(
                                    software.amazon.awssdk.core.interceptor.Context.BeforeTransmission context,
                                    ExecutionAttributes attributes) {
                                note(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME));
                            }
                        }))
                .build();
    }

    private synchronized void note(String operation) {
        asked.add(operation);
    }

    private static final Context NO_CONTEXT = (Context)
            Proxy.newProxyInstance(Context.class.getClassLoader(), new Class<?>[] {Context.class}, (_, m, _) -> {
                throw new UnsupportedOperationException("the function asked Lambda for " + m.getName());
            });
}
