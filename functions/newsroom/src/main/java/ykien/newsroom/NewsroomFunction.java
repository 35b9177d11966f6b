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
import ykien.comment.ReceivedReports;
import ykien.decisionlog.DecisionLog;
import ykien.decisionlog.Witness;
import ykien.http.Action;
import ykien.http.HttpFunction;
import ykien.http.Routes;
import ykien.http.SecurityHeaders;
import ykien.http.Site;
import ykien.metric.Meter;
import ykien.moderation.Moderation;
import ykien.moderation.Papers;
import ykien.moderation.Piles;
import ykien.newsroom.page.NewsroomAssets;
import ykien.newsroom.page.NewsroomPages;
import ykien.newsroom.page.VerificationView;
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
        this(Environment.ofProcess());
    }

    private NewsroomFunction(Environment environment) {
        this(NewsroomSettings.from(environment), new Meter(environment.functionName()));
    }

    private NewsroomFunction(NewsroomSettings settings, Meter meter) {
        this(
                settings,
                DynamoDbConnection.client(settings.dynamoDbEndpoint(), meter),
                Witness.cloudWatch(System.out, settings.logGroup()),
                new SignInParameter(settings.signInParameter()),
                Clock.systemUTC(),
                meter);
    }

    /// Tests and local/ call this.
    ///
    /// @param witness is told each entry of the decision log
    /// @param signIn who knows the newspaper's people; asked for when somebody signs in
    /// @param meter is told by the client of what it meets
    public NewsroomFunction(
            NewsroomSettings settings,
            DynamoDbClient dynamoDb,
            Witness witness,
            Supplier<OidcSettings> signIn,
            Clock clock,
            Meter meter) {
        var site = settings.site();
        var provider = new IdentityProvider(signIn, clock);
        var cookies = new Cookies(site, settings.keys());
        var enhanced = DynamoDbConnection.over(dynamoDb);
        var sessions = Sessions.in(enhanced, settings.sessionsTable());
        var pages = new NewsroomPages(site, settings.timeZone());
        var desk = new Desk(site, cookies, sessions, provider, clock, pages::problem);
        var routes = new HashMap<String, Action>();
        routes.put("GET /newsroom/assets/{asset}", new ShowAsset(NewsroomAssets.STYLE_SHEET, NewsroomAssets.SCRIPT));
        routes.put("GET /newsroom/sign-in", new BeginSignIn(site, provider, cookies, clock));
        routes.put("GET /newsroom/signed-in", new FinishSignIn(site, provider, cookies, sessions, clock));
        routes.put("POST /newsroom/sign-out", new SignOut(site, desk, cookies, sessions, provider, pages::signedOut));
        var papers = Papers.in(dynamoDb, settings.desk(), witness, clock);
        var piles = Piles.in(dynamoDb, settings.desk(), settings.commentPeriod(), clock);
        var moderation = Moderation.in(dynamoDb, settings.desk(), settings.commentPeriod(), witness, clock);
        var log = DecisionLog.in(dynamoDb, settings.desk().log(), clock);
        var reports = ReceivedReports.in(enhanced, settings.reportsTable());
        var review = new Review(piles, reports, new CurrentChecker(papers, clock));
        var lists = new CommentLists(piles, review, pages);
        var verifier = new LogVerifier(log, witness, clock);
        routes.putAll(comments(site, desk, pages, review, lists, moderation));
        routes.putAll(papers(desk, pages, papers, log, verifier));
        routes.putAll(programs(desk, new CommentsApi(review, lists, moderation, settings.timeZone()), log, verifier));
        http = new HttpFunction(
                Routes.of(routes, Set.of()), pages::problem, SecurityHeaders.of(site, ""), settings.edge(), meter);
    }

    private static Map<String, Action> comments(
            Site site, Desk desk, NewsroomPages pages, Review review, CommentLists lists, Moderation moderation) {
        var answers = new Answers(review, pages);
        return Map.of(
                "GET /newsroom",
                        desk.page(Role.MODERATOR, new ChooseLanguage(site, new ListComments(lists, review, pages))),
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

    private static Map<String, Action> papers(
            Desk desk, NewsroomPages pages, Papers papers, DecisionLog log, LogVerifier verifier) {
        var phrases = new EditPhrases(papers, pages);
        var export = new ExportLog(log, "/newsroom/log.ndjson");
        return Map.of(
                "GET /newsroom/phrases", desk.page(Role.EDITOR, phrases::show),
                "POST /newsroom/phrases", desk.form(Role.EDITOR, EditPhrases.LARGEST, phrases::change),
                "GET /newsroom/log", desk.page(Role.CHIEF, new ShowLog(log, pages)),
                "GET /newsroom/log.ndjson", desk.page(Role.CHIEF, (request, _) -> export.answer(request)),
                "GET /newsroom/log/verification",
                        desk.page(
                                Role.CHIEF,
                                (request, session) -> pages.verification(new VerificationView(
                                        pages.verificationFrame(request, session), verifier.verify(request)))));
    }

    private static Map<String, Action> programs(
            Desk desk, CommentsApi comments, DecisionLog log, LogVerifier verifier) {
        var export = new ExportLog(log, "/newsroom/api/log");
        return Map.of(
                "GET /newsroom/api/comments", desk.program(Role.MODERATOR, (request, _) -> comments.list(request)),
                "GET /newsroom/api/comments/{id}", desk.program(Role.MODERATOR, (request, _) -> comments.show(request)),
                "POST /newsroom/api/comments/{id}/decisions", desk.program(Role.MODERATOR, comments::decide),
                "POST /newsroom/api/comments/{id}/reply", desk.program(Role.EDITOR, comments::reply),
                "GET /newsroom/api/log", desk.program(Role.CHIEF, (request, _) -> export.answer(request)),
                "GET /newsroom/api/log/verification",
                        desk.program(Role.CHIEF, (request, _) -> VerificationJson.of(verifier.verify(request))));
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
