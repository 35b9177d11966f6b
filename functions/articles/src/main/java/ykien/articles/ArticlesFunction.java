package ykien.articles;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import ykien.article.PublishedArticles;
import ykien.comment.PublicComments;
import ykien.http.HttpFunction;
import ykien.http.Routes;
import ykien.http.SecurityHeaders;
import ykien.page.Asset;
import ykien.page.Pages;
import ykien.page.ShowAsset;
import ykien.settings.DynamoDbConnection;
import ykien.settings.Environment;

/// Reads. It writes nothing, and of comments it can only read what the public may see.
public final class ArticlesFunction implements RequestStreamHandler {
    private final HttpFunction http;

    /// Lambda calls this, once, at init.
    public ArticlesFunction() {
        this(ArticlesSettings.from(Environment.ofProcess()));
    }

    private ArticlesFunction(ArticlesSettings settings) {
        this(
                settings,
                DynamoDbConnection.open(settings.dynamoDbEndpoint()),
                Photos.in(settings.photosBucket(), Clock.systemUTC()),
                Clock.systemUTC());
    }

    /// Tests and local/ call this.
    public ArticlesFunction(ArticlesSettings settings, DynamoDbEnhancedClient dynamoDb, Photos photos, Clock clock) {
        var articles = PublishedArticles.in(dynamoDb, settings.articlesTable(), clock);
        var comments = PublicComments.in(dynamoDb, settings.commentsTable());
        var pages = new Pages(settings.site());
        var zone = settings.timeZone();
        var routes = Routes.of(
                Map.of(
                        "GET /", new ShowFrontPage(articles, pages, zone),
                        "GET /categories/{category}", new ShowCategory(articles, pages, zone),
                        "GET /articles/{slug}", new ShowArticle(articles, comments, pages, zone),
                        "GET /articles/{slug}/comments", new ListComments(articles, comments, pages, zone),
                        "GET /photos/{photo}", new ShowPhoto(photos),
                        "GET /assets/{asset}", new ShowAsset(Asset.STYLE_SHEET, Asset.ICON, Asset.FORM_SCRIPT),
                        "GET /openapi.json", new ShowOpenApi()),
                Set.of("POST /articles/{slug}/comments"));
        http = new HttpFunction(
                routes,
                (request, problem) -> Lists.refusal(request, problem, pages),
                SecurityHeaders.of(settings.site(), photos.origin()),
                settings.edge());
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
