/// Comments: what readers write under an article, and what becomes of it.
///
/// Start at [Draft], which a reader types, and [Comment], which it becomes. In by [Comments], decided by
/// `Moderation`, out by [PublicComments]. Classes whose names begin with DynamoDb alone speak DynamoDB.
@NullMarked
package ykien.comment;

import org.jspecify.annotations.NullMarked;
