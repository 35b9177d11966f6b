package ykien.articles;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import ykien.article.Card;
import ykien.article.PublishedArticles;
import ykien.article.Slug;
import ykien.comment.PublicComments;
import ykien.http.HttpFunction;
import ykien.http.Routes;
import ykien.http.SecurityHeaders;
import ykien.metric.Meter;
import ykien.page.Asset;
import ykien.page.Pages;
import ykien.page.ShowAsset;
import ykien.settings.DynamoDbConnection;
import ykien.settings.Environment;
import ykien.snapshot.Priming;

/// Reads. It writes nothing, and of comments it can only read what the public may see.
public final class ArticlesFunction implements RequestStreamHandler {
    private static final Slug NOBODYS = new Slug("priming");

    private final HttpFunction http;
    private final Priming priming;

    /// Lambda calls this, once, at init.
    public ArticlesFunction() {
        this(Environment.ofProcess());
        priming.register();
    }

    private ArticlesFunction(Environment environment) {
        this(ArticlesSettings.from(environment), new Meter(environment.functionName()));
    }

    private ArticlesFunction(ArticlesSettings settings, Meter meter) {
        this(
                settings,
                DynamoDbConnection.open(settings.dynamoDbEndpoint(), meter),
                Photos.in(settings.photosBucket(), Clock.systemUTC()),
                Clock.systemUTC(),
                meter);
    }

    /// Tests and local/ call this.
    ///
    /// @param meter is told by the client of what it meets
    public ArticlesFunction(
            ArticlesSettings settings, DynamoDbEnhancedClient dynamoDb, Photos photos, Clock clock, Meter meter) {
        var articles = PublishedArticles.in(dynamoDb, settings.articlesTable(), settings.commentPeriod(), clock);
        var comments = PublicComments.in(dynamoDb, settings.commentsTable());
        var pages = new Pages(settings.site());
        var zone = settings.timeZone();
        var routes = Routes.of(
                Map.of(
                        "GET /", new ShowFrontPage(articles, pages, zone),
                        "GET /categories/{category}", new ShowCategory(articles, pages, zone),
                        "GET /articles/{slug}", new ShowArticle(articles, comments, pages, zone),
                        "GET /articles/{slug}/comments", new ListComments(articles, comments, pages, zone),
                        "GET /articles/{slug}/comments/{id}/report",
                                new ShowReportForm(articles, comments, pages, zone),
                        "GET /photos/{photo}", new ShowPhoto(photos),
                        "GET /assets/{asset}", new ShowAsset(Asset.STYLE_SHEET, Asset.ICON, Asset.FORM_SCRIPT),
                        "GET /openapi.json", new ShowOpenApi()),
                Set.of("POST /articles/{slug}/comments"));
        http = new HttpFunction(
                routes,
                (request, problem) -> Lists.refusal(request, problem, pages),
                SecurityHeaders.of(settings.site(), photos.origin()),
                settings.edge(),
                meter);
        priming = new Priming(
                System.out, List.of(() -> http.prime("GET /", Map.of()), () -> primeArticle(newest(articles))));
    }

    private void primeArticle(Slug slug) throws IOException {
        var article = Map.of("slug", slug.value());
        http.prime("GET /articles/{slug}", article);
        http.prime("GET /articles/{slug}/comments", article);
    }

    /// The newest article, as its page is what most readers want; in an empty newspaper one that nobody has.
    private static Slug newest(PublishedArticles articles) {
        return articles.latest(Optional.empty()).items().stream()
                .map(Card::slug)
                .findFirst()
                .orElse(NOBODYS);
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
