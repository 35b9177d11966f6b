package ykien.captcha;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import ykien.challenge.CaptchaCookie;
import ykien.challenge.Challenges;
import ykien.challenge.Outcomes;
import ykien.challenge.Seals;
import ykien.http.HttpFunction;
import ykien.http.Routes;
import ykien.http.SecurityHeaders;
import ykien.page.Pages;
import ykien.settings.DynamoDbConnection;
import ykien.settings.Environment;

/// Issues challenges, and tells back ends whether one was answered rightly. A challenge is sealed and handed to the
/// client: a million of them write to no table. Only an answer does, and only its first one opens the way there:
/// until then no class of the AWS SDK is loaded.
public final class CaptchaFunction implements RequestStreamHandler {
    private final HttpFunction http;

    /// Lambda calls this, once, at init.
    public CaptchaFunction() {
        this(CaptchaSettings.from(Environment.ofProcess()));
    }

    private CaptchaFunction(CaptchaSettings settings) {
        this(
                settings,
                () -> Outcomes.in(DynamoDbConnection.open(settings.dynamoDbEndpoint()), settings.captchasTable()),
                Clock.systemUTC());
    }

    /// Tests and local/ call this.
    ///
    /// @param outcomes opened by the first answer
    public CaptchaFunction(CaptchaSettings settings, Supplier<Outcomes> outcomes, Clock clock) {
        var seals = new Seals(settings.keys());
        var challenges = new Challenges(seals, settings::strength, clock);
        var cookie = new CaptchaCookie(settings.site());
        var pages = new Pages(settings.site());
        var settled = new LateOutcomes(outcomes);
        var routes = Routes.of(
                Map.of(
                        "GET /articles/{slug}/captcha.png",
                        new DrawPicture(seals, challenges, cookie, clock),
                        "POST /captcha",
                        new IssueChallenge(challenges),
                        "POST /captcha/answers",
                        new ValidateAnswer(seals, settled, pages, clock),
                        "GET /captcha/altcha",
                        new IssueAltcha(seals, challenges),
                        "POST /captcha/altcha/verify",
                        new VerifyAltcha(seals, settled, clock)),
                Set.of());
        http = new HttpFunction(routes, pages::problem, SecurityHeaders.of(settings.site(), ""));
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
