package ykien.newsroom;

import ykien.settings.Environment;

/// What the queue watch is told from outside.
///
/// @param dynamoDbEndpoint empty text for AWS's own
public record QueueWatchSettings(String commentsTable, String dynamoDbEndpoint) {
    /// Reads them.
    ///
    /// @throws IllegalStateException if one is missing
    public static QueueWatchSettings from(Environment environment) {
        return new QueueWatchSettings(environment.required("COMMENTS_TABLE"), environment.text("DYNAMODB_ENDPOINT"));
    }
}
