/// Articles: what the newspaper publishes.
///
/// Start at [Article]. Readers see [PublishedArticles]; the newsroom writes through [Articles]. [DynamoDbArticles]
/// alone speaks DynamoDB.
@NullMarked
package ykien.article;

import org.jspecify.annotations.NullMarked;
