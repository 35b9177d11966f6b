package ykien.captcha;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.core.warmup.SdkWarmUp;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import ykien.article.Slug;
import ykien.captcha.picture.CaptchaPicture;
import ykien.challenge.CaptchaCookie;
import ykien.challenge.Challenges;
import ykien.challenge.Outcomes;
import ykien.challenge.Seals;
import ykien.challenge.Strength;
import ykien.http.HttpFunction;
import ykien.http.Routes;
import ykien.http.SecurityHeaders;
import ykien.limit.Counters;
import ykien.limit.Demand;
import ykien.limit.Quotas;
import ykien.limit.Source;
import ykien.limit.Verdict;
import ykien.limit.Watch;
import ykien.metric.Meter;
import ykien.page.Pages;
import ykien.settings.DynamoDbConnection;
import ykien.settings.Environment;
import ykien.snapshot.Priming;

/// Issues challenges, and tells back ends whether one was answered rightly. A challenge is sealed and handed to the
/// client: a million of them write to no table. How hard they are is read from a table at most once in ten seconds;
/// a sound is counted, an answer written, and one from a browser counted too.
public final class CaptchaFunction implements RequestStreamHandler {
    private static final Map<String, String> NOBODYS = Map.of("slug", "priming");

    /// So often is each picture drawn before a snapshot that what draws it is compiled by then.
    private static final int PICTURES = 20;

    private final HttpFunction http;
    private final Priming priming;

    /// Lambda calls this, once, at init.
    public CaptchaFunction() {
        this(Environment.ofProcess());
        priming.register();
    }

    private CaptchaFunction(Environment environment) {
        this(CaptchaSettings.from(environment), new Meter(environment.functionName()));
    }

    private CaptchaFunction(CaptchaSettings settings, Meter meter) {
        this(
                settings,
                CompletableFuture.supplyAsync(() -> DynamoDbConnection.client(settings.dynamoDbEndpoint(), meter)),
                Clock.systemUTC(),
                meter);
    }

    /// The first picture of a process waits for no client of DynamoDB: that is set up beside it. Nor does a snapshot:
    /// a process that comes from one goes on from there.
    private CaptchaFunction(
            CaptchaSettings settings, CompletableFuture<DynamoDbClient> dynamoDb, Clock clock, Meter meter) {
        this(
                settings,
                dynamoDb,
                dynamoDb.thenApply(client ->
                        settings.quotas(Counters.in(client, settings.limitsTable(), Counters.PATIENCE), clock)),
                clock,
                meter);
    }

    private CaptchaFunction(
            CaptchaSettings settings,
            CompletableFuture<DynamoDbClient> dynamoDb,
            CompletableFuture<Quotas> quotas,
            Clock clock,
            Meter meter) {
        this(
                settings,
                () -> Outcomes.in(DynamoDbConnection.over(dynamoDb.join()), settings.captchasTable()),
                Watch.comingAs(quotas.thenApply(Quotas::watch), Demand.of(settings.strength())),
                source -> quotas.join().sound(source),
                (source, form) -> quotas.join().answer(source, form),
                clock,
                meter);
    }

    /// Tests and local/ call this.
    ///
    /// @param outcomes opened by the first answer
    /// @param sounds counts a sound that a source is about to be given
    /// @param answers counts an answer of a source to a challenge of a form that goes by this name
    /// @param meter is told by the client of what it meets
    public CaptchaFunction(
            CaptchaSettings settings,
            Supplier<Outcomes> outcomes,
            Watch watch,
            Function<Source, Verdict> sounds,
            BiFunction<Source, Slug, Verdict> answers,
            Clock clock,
            Meter meter) {
        var seals = new Seals(settings.keys());
        var challenges = new Challenges(seals, clock);
        var asked = new AskedChallenge(seals, challenges, new CaptchaCookie(settings.site()), watch, clock);
        var pages = new Pages(settings.site());
        var settled = new LateOutcomes(outcomes);
        var routes = Routes.of(
                Map.of(
                        "GET /articles/{slug}/captcha.png", new DrawPicture(asked),
                        "GET /articles/{slug}/captcha.wav", new SpeakDigits(asked::answer, sounds, pages),
                        "GET /articles/{slug}/captcha/work", new HandOutWork(asked, seals, watch, clock),
                        "GET /captcha/sound", new SpeakDigits(asked::answerOther, sounds, pages),
                        "POST /captcha", new IssueChallenge(settings.site(), challenges, watch),
                        "POST /captcha/answers", new ValidateAnswer(seals, settled, pages, clock),
                        "GET /captcha/altcha", new IssueAltcha(seals, challenges, watch),
                        "POST /captcha/altcha/verify",
                                new VerifyAltcha(settings.site(), seals, settled, answers, pages, clock)),
                Set.of());
        http = new HttpFunction(
                routes, pages::problem, SecurityHeaders.of(settings.site(), ""), settings.edge(), meter);
        priming = new Priming(
                System.out,
                List.of(
                        CaptchaFunction::primePictures,
                        () -> SdkWarmUp.warmUp(DynamoDbClient.class),
                        () -> http.prime("GET /articles/{slug}/captcha.png", NOBODYS),
                        () -> http.prime("GET /articles/{slug}/captcha/work", NOBODYS)));
    }

    /// Pictures that nobody is asked about, of both strengths.
    private static void primePictures() {
        for (var i = 0; i < PICTURES; i++) {
            for (var strength : Strength.values()) {
                CaptchaPicture.draw("23456", new byte[] {(byte) i}, strength);
            }
        }
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        http.serve(event, answer);
    }

    /// What it does before a snapshot.
    Priming priming() {
        return priming;
    }

    /// The routes that it answers.
    public Routes routes() {
        return http.routes();
    }
}
