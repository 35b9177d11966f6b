package ykien.publish;

import com.amazonaws.services.lambda.runtime.Context;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import ykien.captcha.CaptchaFunction;
import ykien.captcha.CaptchaSettings;
import ykien.challenge.Challenge;
import ykien.challenge.FormId;
import ykien.challenge.Outcomes;
import ykien.challenge.SealKeys;
import ykien.challenge.Seals;
import ykien.cloud.HttpApi;
import ykien.cloud.HttpRequest;
import ykien.cloud.HttpResponse;
import ykien.cloud.Template;
import ykien.limit.Counters;
import ykien.metric.Meter;
import ykien.settings.DynamoDbConnection;
import ykien.settings.Environment;

/// The back end of a form `contact` of the site, and the captcha function that it asks, on any DynamoDB.
///
/// @param issuing the function, half a minute before it is asked
/// @param asked the function now
record ContactForm(HttpApi issuing, HttpApi asked) {
    static final String KEYS = "{\"current\":\"1\",\"1\":\"" + "k".repeat(43) + "\"}";

    private static final Template TEMPLATE =
            Template.read(Path.of(System.getProperty("ykien.root", ".."), "template.yaml"));
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final FormId FORM = FormId.named("contact").orElseThrow();
    private static final Context NO_CONTEXT = (Context)
            Proxy.newProxyInstance(Context.class.getClassLoader(), new Class<?>[] {Context.class}, (_, m, _) -> {
                throw new UnsupportedOperationException("the function asked Lambda for " + m.getName());
            });

    static ContactForm on(DynamoDbClient dynamoDb, String captchasTable, String limitsTable, Instant now) {
        var environment = new HashMap<>(TEMPLATE.function("CaptchaFunction").environment());
        environment.putAll(Map.of("CAPTCHA_KEYS", KEYS, "CAPTCHAS_TABLE", captchasTable, "LIMITS_TABLE", limitsTable));
        var settings = CaptchaSettings.from(new Environment(environment));
        return new ContactForm(api(settings, dynamoDb, now.minusSeconds(30)), api(settings, dynamoDb, now));
    }

    private static HttpApi api(CaptchaSettings settings, DynamoDbClient dynamoDb, Instant now) {
        var clock = Clock.fixed(now, ZoneOffset.UTC);
        var quotas = settings.quotas(Counters.in(dynamoDb, settings.limitsTable(), PATIENCE), clock);
        var function = new CaptchaFunction(
                settings,
                () -> Outcomes.in(DynamoDbConnection.over(dynamoDb), settings.captchasTable()),
                quotas.watch(),
                quotas::sound,
                quotas::answer,
                clock,
                new Meter("captcha"));
        return HttpApi.of(TEMPLATE)
                .with("CaptchaFunction", (event, answer) -> function.handleRequest(event, answer, NO_CONTEXT));
    }

    /// The token of a challenge that a reader has had time to look at.
    String token() {
        var issued = issuing.send(HttpRequest.post("/captcha").json("{\"form\":\"contact\"}"));
        return String.valueOf(((Map<?, ?>) issued.json()).get("token"));
    }

    /// What its picture shows.
    String answer(String token) {
        return challenge(token).answer().symbols();
    }

    private static Challenge challenge(String token) {
        return new Seals(SealKeys.parse(KEYS)).open(token, FORM).orElseThrow();
    }

    /// What the function says of that answer.
    HttpResponse ask(String token, String answer, String content) {
        return asked.send(HttpRequest.post("/captcha/answers")
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE/20261123/ap-southeast-1/execute-api/aws4_request, "
                                + "SignedHeaders=host;x-amz-date, Signature=0")
                .json("{\"token\":\"%s\",\"answer\":\"%s\",\"form\":\"contact\",\"content\":\"%s\"}"
                        .formatted(token, answer, content)));
    }
}
