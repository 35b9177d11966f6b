package ykien.newsroom;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import ykien.http.HttpFunction;
import ykien.http.Routes;
import ykien.http.SecurityHeaders;
import ykien.newsroom.page.NewsroomPages;
import ykien.page.Pages;
import ykien.settings.DynamoDbConnection;
import ykien.settings.Environment;
import ykien.signin.BeginSignIn;
import ykien.signin.Cookies;
import ykien.signin.Desk;
import ykien.signin.FinishSignIn;
import ykien.signin.IdentityProvider;
import ykien.signin.OidcSettings;
import ykien.signin.Role;
import ykien.signin.Sessions;
import ykien.signin.SignInParameter;
import ykien.signin.SignOut;

/// Where the people of the newspaper sign in and work.
public final class NewsroomFunction implements RequestStreamHandler {
    private final HttpFunction http;

    /// Lambda calls this, once, at init.
    public NewsroomFunction() {
        this(NewsroomSettings.from(Environment.ofProcess()));
    }

    private NewsroomFunction(NewsroomSettings settings) {
        this(
                settings,
                DynamoDbConnection.open(settings.dynamoDbEndpoint()),
                new SignInParameter(settings.signInParameter()),
                Clock.systemUTC());
    }

    /// Tests and local/ call this.
    ///
    /// @param signIn who knows the newspaper's people; asked for when somebody signs in
    public NewsroomFunction(
            NewsroomSettings settings, DynamoDbEnhancedClient dynamoDb, Supplier<OidcSettings> signIn, Clock clock) {
        var site = settings.site();
        var provider = new IdentityProvider(signIn, clock);
        var cookies = new Cookies(site, settings.keys());
        var sessions = Sessions.in(dynamoDb, settings.sessionsTable());
        var desk = new Desk(site, cookies, sessions, provider, clock);
        var pages = new NewsroomPages(site);
        var routes = Routes.of(
                Map.of(
                        "GET /newsroom/sign-in", new BeginSignIn(site, provider, cookies, clock),
                        "GET /newsroom/signed-in", new FinishSignIn(site, provider, cookies, sessions, clock),
                        "POST /newsroom/sign-out",
                                new SignOut(site, desk, cookies, sessions, provider, (_, at) -> pages.signedOut(at)),
                        "GET /newsroom", desk.page(Role.MODERATOR, (_, session) -> pages.first(session))),
                Set.of());
        http = new HttpFunction(routes, new Pages(site)::problem, SecurityHeaders.of(site, ""), settings.edge());
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
