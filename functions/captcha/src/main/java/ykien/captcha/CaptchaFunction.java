package ykien.captcha;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import ykien.challenge.CaptchaCookie;
import ykien.challenge.Challenges;
import ykien.challenge.Seals;
import ykien.http.HttpFunction;
import ykien.http.Routes;
import ykien.http.SecurityHeaders;
import ykien.page.Pages;
import ykien.settings.Environment;

/// Issues challenges. Each is sealed and handed to the client: a million of them write to no table.
public final class CaptchaFunction implements RequestStreamHandler {
    private final HttpFunction http;

    /// Lambda calls this, once, at init.
    public CaptchaFunction() {
        this(CaptchaSettings.from(Environment.ofProcess()), Clock.systemUTC());
    }

    /// Tests and local/ call this.
    public CaptchaFunction(CaptchaSettings settings, Clock clock) {
        var seals = new Seals(settings.keys());
        var challenges = new Challenges(seals, settings::strength, clock);
        var asked = new AskedChallenge(seals, challenges, new CaptchaCookie(settings.site()), clock);
        var routes = Routes.of(
                Map.of(
                        "GET /articles/{slug}/captcha.png", new DrawPicture(asked),
                        "GET /articles/{slug}/captcha.wav", new SpeakDigits(asked),
                        "POST /captcha", new IssueChallenge(challenges)),
                Set.of());
        http = new HttpFunction(routes, new Pages(settings.site())::problem, SecurityHeaders.of(settings.site(), ""));
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
