package ykien.newsroom;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import ykien.decisionlog.Witness;
import ykien.http.Action;
import ykien.http.HttpFunction;
import ykien.http.Routes;
import ykien.http.SecurityHeaders;
import ykien.moderation.Moderation;
import ykien.moderation.Piles;
import ykien.newsroom.page.NewsroomAssets;
import ykien.newsroom.page.NewsroomPages;
import ykien.page.ShowAsset;
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
                DynamoDbConnection.client(settings.dynamoDbEndpoint()),
                Witness.inMemory(),
                new SignInParameter(settings.signInParameter()),
                Clock.systemUTC());
    }

    /// Tests and local/ call this.
    ///
    /// @param witness is told each entry of the decision log
    /// @param signIn who knows the newspaper's people; asked for when somebody signs in
    public NewsroomFunction(
            NewsroomSettings settings,
            DynamoDbClient dynamoDb,
            Witness witness,
            Supplier<OidcSettings> signIn,
            Clock clock) {
        var site = settings.site();
        var provider = new IdentityProvider(signIn, clock);
        var cookies = new Cookies(site, settings.keys());
        var sessions = Sessions.in(DynamoDbConnection.over(dynamoDb), settings.sessionsTable());
        var desk = new Desk(site, cookies, sessions, provider, clock);
        var pages = new NewsroomPages(site, settings.timeZone());
        var routes = new HashMap<String, Action>();
        routes.put("GET /newsroom/assets/{asset}", new ShowAsset(NewsroomAssets.STYLE_SHEET, NewsroomAssets.SCRIPT));
        routes.put("GET /newsroom/sign-in", new BeginSignIn(site, provider, cookies, clock));
        routes.put("GET /newsroom/signed-in", new FinishSignIn(site, provider, cookies, sessions, clock));
        routes.put(
                "POST /newsroom/sign-out", new SignOut(site, desk, cookies, sessions, provider, pages::signedOut));
        routes.putAll(comments(
                desk,
                pages,
                Piles.in(dynamoDb, settings.desk()),
                Moderation.in(dynamoDb, settings.desk(), witness, clock)));
        http = new HttpFunction(
                Routes.of(routes, Set.of()),
                pages::problem,
                SecurityHeaders.of(site, "").withScripts(),
                settings.edge());
    }

    private static Map<String, Action> comments(Desk desk, NewsroomPages pages, Piles piles, Moderation moderation) {
        var review = new Review(piles);
        var lists = new CommentLists(piles, review, pages);
        var answers = new Answers(review, pages);
        return Map.of(
                "GET /newsroom", desk.page(Role.MODERATOR, new ListComments(lists, review, pages)),
                "POST /newsroom/decisions",
                        desk.form(Role.MODERATOR, new DecideComments(moderation, review, lists, pages)),
                "GET /newsroom/comments/{id}", desk.page(Role.MODERATOR, new ShowComment(review, pages)),
                "POST /newsroom/comments/{id}/decisions",
                        desk.form(Role.MODERATOR, new DecideComment(moderation, review, answers)),
                "POST /newsroom/comments/{id}/contact",
                        desk.form(Role.MODERATOR, new ShowContact(moderation, review, pages)),
                "POST /newsroom/comments/{id}/reply", desk.form(Role.EDITOR, new WriteReply(moderation, answers)),
                "POST /newsroom/comments/{id}/pick", desk.form(Role.EDITOR, new PickComment(moderation, answers)),
                "POST /newsroom/articles/{slug}/comments-open", desk.form(Role.EDITOR, new OpenArticle(moderation)));
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
