package ykien.newsroom;

import java.time.ZoneId;
import ykien.article.CommentPeriod;
import ykien.challenge.SealKeys;
import ykien.http.Edge;
import ykien.http.Site;
import ykien.moderation.DeskTables;
import ykien.settings.Environment;

/// What the newsroom function is told from outside.
///
/// @param desk the tables that moderation works on
/// @param logGroup the function's own log, which witnesses the log of decisions
/// @param signInParameter the name of the parameter that says who knows the newspaper's people
/// @param dynamoDbEndpoint empty text for AWS's own
public record NewsroomSettings(
        DeskTables desk,
        String reportsTable,
        String sessionsTable,
        String logGroup,
        String signInParameter,
        Site site,
        Edge edge,
        ZoneId timeZone,
        SealKeys keys,
        CommentPeriod commentPeriod,
        String dynamoDbEndpoint) {

    /// Reads them.
    ///
    /// @throws IllegalStateException if one is missing or makes no sense; the message says which
    public static NewsroomSettings from(Environment environment) {
        return new NewsroomSettings(
                new DeskTables(
                        environment.required("ARTICLES_TABLE"),
                        environment.required("COMMENTS_TABLE"),
                        environment.required("SENDERS_TABLE"),
                        environment.required("DECISION_LOG_TABLE"),
                        environment.required("DESK_TABLE")),
                environment.required("REPORTS_TABLE"),
                environment.required("SESSIONS_TABLE"),
                environment.required("LOG_GROUP"),
                environment.required("SIGN_IN_PARAMETER"),
                Site.of(environment.required("SITE_NAME"), environment.text("SITE_URL")),
                Edge.of(environment.text("EDGE_SECRET"), environment.required("EDGE_ONLY")),
                environment.timeZone("TIME_ZONE"),
                SealKeys.parse("NEWSROOM_KEYS", environment.required("NEWSROOM_KEYS")),
                CommentPeriod.parse(environment.required("COMMENTS_CLOSE_AFTER_DAYS")),
                environment.text("DYNAMODB_ENDPOINT"));
    }
}
