package ykien.newsroom;

import ykien.challenge.SealKeys;
import ykien.http.Edge;
import ykien.http.Site;
import ykien.settings.Environment;

/// What the newsroom function is told from outside.
///
/// @param signInParameter the name of the parameter that says who knows the newspaper's people
/// @param dynamoDbEndpoint empty text for AWS's own
public record NewsroomSettings(
        String sessionsTable, String signInParameter, Site site, Edge edge, SealKeys keys, String dynamoDbEndpoint) {

    /// Reads them.
    ///
    /// @throws IllegalStateException if one is missing or makes no sense; the message says which
    public static NewsroomSettings from(Environment environment) {
        return new NewsroomSettings(
                environment.required("SESSIONS_TABLE"),
                environment.required("SIGN_IN_PARAMETER"),
                Site.of(environment.required("SITE_NAME"), environment.text("SITE_URL")),
                Edge.of(environment.text("EDGE_SECRET"), environment.required("EDGE_ONLY")),
                SealKeys.parse("NEWSROOM_KEYS", environment.required("NEWSROOM_KEYS")),
                environment.text("DYNAMODB_ENDPOINT"));
    }
}
