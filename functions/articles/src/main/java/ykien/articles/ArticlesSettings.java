package ykien.articles;

import java.time.ZoneId;
import ykien.article.CommentPeriod;
import ykien.http.Edge;
import ykien.http.Site;
import ykien.settings.Environment;

/// What the articles function is told from outside.
///
/// @param dynamoDbEndpoint empty text for AWS's own
public record ArticlesSettings(
        String articlesTable,
        String commentsTable,
        String photosBucket,
        Site site,
        Edge edge,
        ZoneId timeZone,
        CommentPeriod commentPeriod,
        String dynamoDbEndpoint) {

    /// Reads them.
    ///
    /// @throws IllegalStateException if one is missing or makes no sense; the message says which
    public static ArticlesSettings from(Environment environment) {
        return new ArticlesSettings(
                environment.required("ARTICLES_TABLE"),
                environment.required("COMMENTS_TABLE"),
                environment.required("PHOTOS_BUCKET"),
                Site.of(environment.required("SITE_NAME"), environment.text("SITE_URL")),
                Edge.of(environment.text("EDGE_SECRET"), environment.required("EDGE_ONLY")),
                environment.timeZone("TIME_ZONE"),
                CommentPeriod.parse(environment.required("COMMENTS_CLOSE_AFTER_DAYS")),
                environment.text("DYNAMODB_ENDPOINT"));
    }
}
