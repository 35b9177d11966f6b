package ykien.captcha;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import ykien.challenge.CaptchaCookie;
import ykien.challenge.Challenges;
import ykien.challenge.Seals;
import ykien.http.HttpFunction;
import ykien.http.Routes;
import ykien.http.SecurityHeaders;
import ykien.limit.Counters;
import ykien.limit.Demand;
import ykien.limit.Watch;
import ykien.page.Pages;
import ykien.settings.DynamoDbConnection;
import ykien.settings.Environment;

/// Issues challenges. Each is sealed and handed to the client: a million of them write to no table. How hard they are
/// is read from a table at most once in ten seconds.
public final class CaptchaFunction implements RequestStreamHandler {
    private final HttpFunction http;

    /// Lambda calls this, once, at init.
    public CaptchaFunction() {
        this(CaptchaSettings.from(Environment.ofProcess()));
    }

    private CaptchaFunction(CaptchaSettings settings) {
        this(settings, Watch.comingAs(opening(settings), Demand.of(settings.strength())), Clock.systemUTC());
    }

    /// The first picture of a process waits for no client of DynamoDB: that is set up beside it. Nor does a snapshot:
    /// a process that comes from one goes on from there.
    private static CompletableFuture<Watch> opening(CaptchaSettings settings) {
        return CompletableFuture.supplyAsync(() -> {
            var dynamoDb = DynamoDbConnection.client(settings.dynamoDbEndpoint());
            return settings.watch(Counters.in(dynamoDb, settings.limitsTable(), Counters.PATIENCE), Clock.systemUTC());
        });
    }

    /// Tests and local/ call this.
    public CaptchaFunction(CaptchaSettings settings, Watch watch, Clock clock) {
        var seals = new Seals(settings.keys());
        var challenges = new Challenges(seals, settings::strength, clock);
        var cookie = new CaptchaCookie(settings.site());
        var routes = Routes.of(
                Map.of(
                        "GET /articles/{slug}/captcha.png", new DrawPicture(seals, challenges, cookie, watch, clock),
                        "POST /captcha", new IssueChallenge(challenges, watch)),
                Set.of());
        http = new HttpFunction(
                routes, new Pages(settings.site())::problem, SecurityHeaders.of(settings.site(), ""), settings.edge());
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        http.serve(event, answer);
    }

    /// The routes that it answers.
    public Routes routes() {
        return http.routes();
    }
}
