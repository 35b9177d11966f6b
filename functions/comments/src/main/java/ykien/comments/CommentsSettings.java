package ykien.comments;

import ykien.article.CommentPeriod;
import ykien.challenge.SealKeys;
import ykien.challenge.Strength;
import ykien.http.Edge;
import ykien.http.Site;
import ykien.settings.Environment;

/// What the comments function is told from outside.
///
/// @param strength what the operators ask for in any case
/// @param dynamoDbEndpoint empty text for AWS's own
public record CommentsSettings(
        String articlesTable,
        String commentsTable,
        String reportsTable,
        String captchasTable,
        String limitsTable,
        Site site,
        Edge edge,
        SealKeys keys,
        Strength strength,
        CommentPeriod commentPeriod,
        String dynamoDbEndpoint) {

    /// Reads them.
    ///
    /// @throws IllegalStateException if one is missing or makes no sense; the message says which
    public static CommentsSettings from(Environment environment) {
        return new CommentsSettings(
                environment.required("ARTICLES_TABLE"),
                environment.required("COMMENTS_TABLE"),
                environment.required("REPORTS_TABLE"),
                environment.required("CAPTCHAS_TABLE"),
                environment.required("LIMITS_TABLE"),
                Site.of(environment.required("SITE_NAME"), environment.text("SITE_URL")),
                Edge.of(environment.text("EDGE_SECRET"), environment.required("EDGE_ONLY")),
                SealKeys.parse(environment.required("CAPTCHA_KEYS")),
                Strength.parse(environment.required("CAPTCHA_STRENGTH")),
                CommentPeriod.parse(environment.required("COMMENTS_CLOSE_AFTER_DAYS")),
                environment.text("DYNAMODB_ENDPOINT"));
    }
}
