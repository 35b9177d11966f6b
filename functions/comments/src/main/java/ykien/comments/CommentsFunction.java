package ykien.comments;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import software.amazon.awssdk.core.warmup.SdkWarmUp;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import ykien.article.PublishedArticles;
import ykien.challenge.CaptchaCookie;
import ykien.challenge.Challenges;
import ykien.challenge.KeyedHash;
import ykien.challenge.Seals;
import ykien.comment.Comments;
import ykien.comment.Reports;
import ykien.http.HttpFunction;
import ykien.http.Routes;
import ykien.http.SecurityHeaders;
import ykien.limit.Counters;
import ykien.limit.Demand;
import ykien.limit.Quotas;
import ykien.limit.SiteWatch;
import ykien.metric.Meter;
import ykien.page.Pages;
import ykien.settings.DynamoDbConnection;
import ykien.settings.Environment;
import ykien.snapshot.Priming;

/// Takes readers' comments, and what they report of others'. Nothing that it has taken can it read back.
public final class CommentsFunction implements RequestStreamHandler {
    private static final String ROUTE = "POST /articles/{slug}/comments";

    private final HttpFunction http;
    private final Priming priming;

    /// Lambda calls this, once, at init.
    public CommentsFunction() {
        this(Environment.ofProcess());
        priming.register();
    }

    private CommentsFunction(Environment environment) {
        this(CommentsSettings.from(environment), new Meter(environment.functionName()));
    }

    private CommentsFunction(CommentsSettings settings, Meter meter) {
        this(settings, DynamoDbConnection.client(settings.dynamoDbEndpoint(), meter), meter);
    }

    private CommentsFunction(CommentsSettings settings, DynamoDbClient dynamoDb, Meter meter) {
        this(
                settings,
                DynamoDbConnection.over(dynamoDb),
                Counters.in(dynamoDb, settings.limitsTable(), Counters.PATIENCE),
                Clock.systemUTC(),
                meter);
    }

    /// Tests and local/ call this.
    ///
    /// @param meter is told by the client of what it meets
    public CommentsFunction(
            CommentsSettings settings, DynamoDbEnhancedClient dynamoDb, Counters counters, Clock clock, Meter meter) {
        var seals = new Seals(settings.keys());
        var names = KeyedHash.under(settings.keys());
        var watch = new SiteWatch(counters, names, Demand.of(settings.strength()), clock);
        var replies = new Replies(
                new Pages(settings.site()), new Challenges(seals, clock), new CaptchaCookie(settings.site()), watch);
        var comments = Comments.in(dynamoDb, settings.commentsTable(), settings.captchasTable(), names);
        var reports = Reports.in(dynamoDb, settings.reportsTable(), settings.commentsTable(), settings.captchasTable());
        var quotas = new Quotas(counters, names, watch, clock);
        Function<PublishedArticles, HttpFunction> under = articles -> new HttpFunction(
                Routes.of(
                        Map.of(
                                ROUTE,
                                new SendComment(settings.site(), articles, comments, quotas, seals, replies, clock),
                                "POST /articles/{slug}/comments/{id}/reports",
                                new ReportComment(settings.site(), articles, reports, quotas, seals, replies, clock)),
                        Set.of()),
                replies::problem,
                SecurityHeaders.of(settings.site(), ""),
                settings.edge(),
                meter);
        http = under.apply(PublishedArticles.in(dynamoDb, settings.articlesTable(), settings.commentPeriod(), clock));
        var form = Map.of("slug", NobodysArticle.SLUG.value());
        priming = new Priming(
                System.out,
                List.of(
                        () -> SdkWarmUp.warmUp(DynamoDbClient.class), // a transaction, without writing one
                        () -> http.prime(ROUTE, form),
                        () -> under.apply(new NobodysArticle()).prime(ROUTE, form)));
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
